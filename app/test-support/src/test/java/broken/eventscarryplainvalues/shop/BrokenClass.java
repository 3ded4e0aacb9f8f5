package broken.eventscarryplainvalues.shop;

import org.jmolecules.event.types.DomainEvent;

final class BrokenClass implements DomainEvent {}
