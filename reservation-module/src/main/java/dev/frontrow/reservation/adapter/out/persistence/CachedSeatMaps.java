package dev.frontrow.reservation.adapter.out.persistence;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.application.query.SeatMap;
import dev.frontrow.reservation.application.query.SeatMaps;
import dev.frontrow.reservation.application.query.SeatView;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the seats of a schedule at most about once a second, however many ask: whoever comes while they are being read
 * waits for that one reading and shares its outcome, a failure too. So with the database away nobody waits longer than
 * for one reading.
 */
@Component
class CachedSeatMaps implements SeatMaps {

    /** A reading is shown for so long, counted from when it began, which leaves time to answer within a second. */
    private static final Duration AGE_MAX = Duration.ofMillis(850);

    /** Where the reading itself takes that long, it is shared for a moment all the same. */
    private static final Duration AGE_MIN = Duration.ofMillis(100);

    /** For another's reading. */
    private static final Duration WAIT_MAX = Duration.ofSeconds(2);

    private static final long SEATS_MAX = 500_000;

    private final JdbcClient jdbc;
    private final AsyncCache<ScheduleId, Reading> readings = Caffeine.newBuilder()
            .maximumWeight(SEATS_MAX)
            .weigher((ScheduleId id, Reading reading) -> reading.map.seats().size() + 1)
            .expireAfter(Expiry.writing((ScheduleId id, Reading reading) -> reading.lifetime))
            .buildAsync();

    CachedSeatMaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SeatMap of(ScheduleId scheduleId) {
        var mine = new CompletableFuture<Reading>();
        var first = readings.asMap().putIfAbsent(scheduleId, mine);
        if (first != null) {
            return outcomeOf(first);
        }
        try {
            var reading = read(scheduleId);
            mine.complete(reading);
            return reading.map;
        } finally {
            mine.cancel(false); // where it has failed: whoever waits hears of it, and the next one reads anew
        }
    }

    private static SeatMap outcomeOf(CompletableFuture<Reading> reading) {
        try {
            return reading.get(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS).map;
        } catch (TimeoutException | CancellationException | ExecutionException notRead) {
            throw new TransientDataAccessResourceException("the seats could not be read", notRead);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TransientDataAccessResourceException("interrupted while the seats were read", interrupted);
        }
    }

    private Reading read(ScheduleId scheduleId) {
        var begun = System.nanoTime();
        var map = new SeatMap(scheduleId, seatsOf(scheduleId));
        var left = AGE_MAX.minusNanos(System.nanoTime() - begun);
        return new Reading(map, left.compareTo(AGE_MIN) < 0 ? AGE_MIN : left);
    }

    private List<SeatView> seatsOf(ScheduleId scheduleId) {
        return jdbc.sql("""
                select id, section, row_label, number, label, price, state
                  from reservation.seat_now
                 where schedule_id = :scheduleId
                 order by id
                """)
                .param("scheduleId", scheduleId.value())
                .query((row, n) -> new SeatView(
                        new SeatId(row.getLong("id")),
                        row.getString("section"),
                        row.getString("row_label"),
                        row.getInt("number"),
                        row.getString("label"),
                        row.getLong("price"),
                        SeatStatus.valueOf(row.getString("state"))))
                .list();
    }

    private record Reading(SeatMap map, Duration lifetime) {}
}
