package dev.frontrow.reservation.adapter.in.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.SharedBytes;
import dev.frontrow.edge.SharedJson;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Writes down and compresses once what many ask for: of 50,000 seats that is 5 MB of JSON, and in a rush everybody asks.
 *
 * <p>What is kept is named by its content, so it never goes stale; it goes when nobody has asked for a moment.
 */
@Component
class RenderedSeats {

    private static final Duration UNASKED_MAX = Duration.ofSeconds(2);
    private static final long BYTES_MAX = 64L << 20;

    private final SharedJson json;
    private final Cache<Asked, SharedBytes> rendered = Caffeine.newBuilder()
            .maximumWeight(BYTES_MAX)
            .weigher((Asked asked, SharedBytes bytes) -> bytes.weight())
            .expireAfterAccess(UNASKED_MAX)
            .build();

    RenderedSeats(SharedJson json) {
        this.json = json;
    }

    /** What a schedule's content of that name is written as. */
    SharedBytes of(ScheduleId scheduleId, String version, Supplier<?> view) {
        return rendered.get(new Asked(scheduleId, version), asked -> json.write(view.get()));
    }

    private record Asked(ScheduleId scheduleId, String version) {}
}
