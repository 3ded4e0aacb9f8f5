package broken.eventsareintheapi.shop.domain;

import org.jmolecules.event.types.DomainEvent;

record Broken(String name) implements DomainEvent {}
