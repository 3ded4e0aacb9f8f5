package broken.eventscarryplainvalues.shop;

import java.util.concurrent.atomic.AtomicLong;
import org.jmolecules.event.types.DomainEvent;

record Broken(AtomicLong live) implements DomainEvent {}
