package broken.eventscarryplainvalues.shop;

import broken.eventscarryplainvalues.shop.domain.Thing;
import java.util.List;
import org.jmolecules.event.types.DomainEvent;

record Broken(Thing live, List<Thing> more, String name) implements DomainEvent {}
