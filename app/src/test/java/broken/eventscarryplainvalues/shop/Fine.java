package broken.eventscarryplainvalues.shop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jmolecules.event.types.DomainEvent;

record Fine(ThingId thing, UUID id, List<String> names, long amount, Instant at) implements DomainEvent {}
