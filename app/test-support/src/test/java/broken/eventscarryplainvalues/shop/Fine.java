package broken.eventscarryplainvalues.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jmolecules.event.types.DomainEvent;
import org.jspecify.annotations.Nullable;

record Fine(
        ThingId thing,
        UUID id,
        List<String> names,
        Set<ThingId> things,
        long amount,
        @Nullable Long balance,
        Duration time,
        Instant at)
        implements DomainEvent {

    static final Object NONE = new Object();
}
