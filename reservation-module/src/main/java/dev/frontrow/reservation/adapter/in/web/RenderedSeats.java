package dev.frontrow.reservation.adapter.in.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.Identifier;
import dev.frontrow.reservation.application.query.SeatMap;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * Writes down the seats once for all who ask the same: of 20,000 seats that is 2 MB of JSON, and in a rush everybody asks.
 *
 * <p>What is kept is named by its content, so it never goes stale; it goes when nobody has asked for a moment.
 */
@Component
class RenderedSeats {

    private static final Duration UNASKED_MAX = Duration.ofSeconds(2);
    private static final long BYTES_MAX = 64L << 20;

    /** A name and its place, however short the answer is. */
    private static final int BYTES_OF_AN_ENTRY = 200;

    private final JsonMapper json = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(Identifier.class, ToStringSerializer.instance))
            .build();
    private final Cache<Asked, byte[]> answers = Caffeine.newBuilder()
            .maximumWeight(BYTES_MAX)
            .weigher((Asked asked, byte[] answer) -> answer.length + BYTES_OF_AN_ENTRY)
            .expireAfterAccess(UNASKED_MAX)
            .build();

    /** The answer in JSON, shared: not to be changed. */
    byte[] of(SeatMap map, SeatFilter filter, @Nullable String section) {
        return answers.get(
                new Asked(map.scheduleId(), map.version(), filter, section),
                asked -> json.writeValueAsBytes(
                        new SeatsResponse(map.scheduleId(), map.version(), filter.of(map, section))));
    }

    private record Asked(
            ScheduleId scheduleId,
            String version,
            SeatFilter filter,
            @Nullable String section) {}
}
