package dev.frontrow.reservation.adapter.out.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.application.query.SeatMap;
import dev.frontrow.reservation.application.query.SeatMaps;
import dev.frontrow.reservation.application.query.SeatView;
import dev.frontrow.reservation.domain.SeatStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.DataAccessException;
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
    private final Cache<ScheduleId, Reading> readings = Caffeine.newBuilder()
            .maximumWeight(SEATS_MAX)
            .weigher((ScheduleId id, Reading reading) -> reading.map.seats().size() + 1)
            .expireAfter(Expiry.writing((ScheduleId id, Reading reading) -> reading.lifetime))
            .build();

    private final ConcurrentMap<ScheduleId, CompletableFuture<SeatMap>> underWay = new ConcurrentHashMap<>();

    CachedSeatMaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SeatMap of(ScheduleId scheduleId) {
        var known = readings.getIfPresent(scheduleId);
        if (known != null) {
            return known.map;
        }
        var mine = new CompletableFuture<SeatMap>();
        var first = underWay.putIfAbsent(scheduleId, mine);
        if (first != null) {
            return outcomeOf(first);
        }
        try {
            var reading = read(scheduleId);
            readings.put(scheduleId, reading);
            mine.complete(reading.map);
            return reading.map;
        } catch (DataAccessException failed) {
            mine.completeExceptionally(failed);
            throw failed;
        } finally {
            underWay.remove(scheduleId, mine);
            mine.cancel(false);
        }
    }

    private static SeatMap outcomeOf(CompletableFuture<SeatMap> reading) {
        try {
            return reading.get(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof DataAccessException reason
                    ? reason
                    : new TransientDataAccessResourceException("the seats could not be read", failed);
        } catch (TimeoutException | CancellationException notRead) {
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
                        select id, section, row_label, number, label, price,
                               case when status = 'HELD' and hold_expires_at <= statement_timestamp()
                                    then 'AVAILABLE' else status end as status
                          from reservation.seat
                         where schedule_id = :scheduleId
                         order by id
                        """)
                .param("scheduleId", scheduleId.value())
                .query((rs, row) -> new SeatView(
                        rs.getString("id"),
                        rs.getString("section"),
                        rs.getString("row_label"),
                        rs.getInt("number"),
                        rs.getString("label"),
                        rs.getLong("price"),
                        SeatStatus.valueOf(rs.getString("status"))))
                .list();
    }

    private record Reading(SeatMap map, Duration lifetime) {}
}
