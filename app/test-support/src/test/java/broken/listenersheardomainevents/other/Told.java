package broken.listenersheardomainevents.other;

import org.jmolecules.event.types.DomainEvent;

public record Told(String name) implements DomainEvent {}
