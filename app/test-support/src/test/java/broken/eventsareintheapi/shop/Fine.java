package broken.eventsareintheapi.shop;

import org.jmolecules.event.types.DomainEvent;

record Fine(String name) implements DomainEvent {}
