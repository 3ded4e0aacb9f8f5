package dev.frontrow.concert;

import dev.frontrow.edge.DatabaseTime;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Concerts as they lie in the tables, with times relative to the database's clock. */
@Component
public class StoredConcerts {

    private final JdbcClient jdbc;
    private Instant now = Instant.EPOCH;

    StoredConcerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Leaves no concert, and takes the database's time that all others relate to. */
    public void clear() {
        jdbc.sql("truncate concert.concert, concert.schedule, concert.section, concert.kept_answer")
                .update();
        now = jdbc.sql("select statement_timestamp() as now")
                .query((row, n) -> DatabaseTime.instant(row, "now"))
                .single();
    }

    /** The database's time when the tables were cleared. */
    public Instant now() {
        return now;
    }

    /** Has a schedule begin now. */
    public void begin(String scheduleId) {
        jdbc.sql("""
                update concert.schedule set starts_at = statement_timestamp(), sales_close_at = statement_timestamp()
                 where id = :id
                """).param("id", UUID.fromString(scheduleId)).update();
    }

    /** Has the answers that are kept be as those that were kept before concerts had terms. */
    public void keepAnswersWithoutTerms() {
        jdbc.sql("""
                update concert.kept_answer
                   set answer = (cast(answer as jsonb) - 'seatsPerUserMax' - 'refundTerms') #- '{schedules,0,cancellation}'
                """).update();
    }

    public long count() {
        return jdbc.sql("select count(*) as n from concert.concert")
                .query((row, n) -> row.getLong("n"))
                .single();
    }

    public ConcertId concert(String title, Evening... evenings) {
        return concert(UUID.randomUUID(), title, evenings);
    }

    public ConcertId concert(UUID id, String title, Evening... evenings) {
        jdbc.sql("""
                insert into concert.concert (id, title, performer, venue, time_zone)
                values (:id, :title, 'Quiet Harbour Quartet', 'Maple Lane Hall', 'Asia/Seoul')
                """).param("id", id).param("title", title).update();
        for (var evening : List.of(evenings)) {
            jdbc.sql("""
                    insert into concert.schedule
                      (id, concert_id, starts_at, sales_open_at, sales_close_at, seat_count, lowest_price)
                    values (:id, :concertId, :startsAt, :salesOpenAt, :salesCloseAt, 50, 80000)
                    """)
                    .param("id", UUID.randomUUID())
                    .param("concertId", id)
                    .param("startsAt", at(evening.starts()))
                    .param("salesOpenAt", at(evening.opens()))
                    .param("salesCloseAt", at(evening.closes()))
                    .update();
        }
        return new ConcertId(id);
    }

    public void hide(ConcertId id) {
        jdbc.sql("update concert.concert set hidden = true where id = :id")
                .param("id", id.value())
                .update();
    }

    private OffsetDateTime at(Duration fromNow) {
        return DatabaseTime.parameter(now.plus(fromNow));
    }

    /** A schedule: when its sale opens and closes, and when it starts, from now. */
    public record Evening(Duration opens, Duration closes, Duration starts) {

        public static Evening onSale(Duration starts) {
            return new Evening(Duration.ofHours(-1), starts, starts);
        }

        public static Evening upcoming(Duration starts) {
            return new Evening(Duration.ofMinutes(30), starts, starts);
        }

        /** Not on sale any more, and not started yet. */
        public static Evening soldUntilJustNow(Duration starts) {
            return new Evening(Duration.ofHours(-2), Duration.ofSeconds(-1), starts);
        }

        public static Evening over(Duration startedBefore) {
            var starts = startedBefore.negated();
            return new Evening(starts.minusHours(2), starts.minusHours(1), starts);
        }
    }
}
