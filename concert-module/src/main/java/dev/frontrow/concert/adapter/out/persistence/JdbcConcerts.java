package dev.frontrow.concert.adapter.out.persistence;

import dev.frontrow.concert.application.port.out.Concerts;
import dev.frontrow.concert.domain.Concert;
import dev.frontrow.concert.domain.Schedule;
import dev.frontrow.edge.DatabaseTime;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Three round trips a concert, however many schedules and sections it has. */
@Repository
class JdbcConcerts implements Concerts {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    JdbcConcerts(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public void add(Concert concert) {
        int added = jdbc.sql("""
                insert into concert.concert (id, title, performer, venue, time_zone)
                values (:id, :title, :performer, :venue, :timeZone)
                """)
                .param("id", concert.id().value())
                .param("title", concert.title())
                .param("performer", concert.performer())
                .param("venue", concert.venue())
                .param("timeZone", concert.timeZone().getId())
                .update();
        if (added != 1) {
            throw new IllegalStateException("concert " + concert.id() + " was written " + added + " times");
        }
        batches.batchUpdate("""
                insert into concert.schedule
                  (id, concert_id, starts_at, sales_open_at, sales_close_at, seat_count, lowest_price)
                values (:id, :concertId, :startsAt, :salesOpenAt, :salesCloseAt, :seatCount, :lowestPrice)
                """, rows(concert.schedules().stream().map(schedule -> row(concert, schedule))));
        batches.batchUpdate("""
                insert into concert.section (schedule_id, position, name, rows, seats_per_row, price)
                values (:scheduleId, :position, :name, :rows, :seatsPerRow, :price)
                """, rows(concert.schedules().stream().flatMap(JdbcConcerts::sectionRows)));
    }

    @Override
    public Optional<Instant> claimFirst() {
        var now = jdbc.sql("""
                select statement_timestamp() as now
                 where pg_try_advisory_xact_lock(hashtextextended('frontrow.concert.first', 0))
                """)
                .query((row, n) -> DatabaseTime.instant(row, "now"))
                .optional();
        // Only a statement that begins under the lock sees what the one who held it before has committed.
        return now.filter(claimed -> jdbc.sql("select not exists (select from concert.concert) as none")
                .query((row, n) -> row.getBoolean("none"))
                .single());
    }

    private static MapSqlParameterSource row(Concert concert, Schedule schedule) {
        return new MapSqlParameterSource("id", schedule.id().value())
                .addValue("concertId", concert.id().value())
                .addValue("startsAt", DatabaseTime.parameter(schedule.startsAt()))
                .addValue(
                        "salesOpenAt", DatabaseTime.parameter(schedule.window().opensAt()))
                .addValue(
                        "salesCloseAt", DatabaseTime.parameter(schedule.window().closesAt()))
                .addValue("seatCount", schedule.seatCount())
                .addValue("lowestPrice", schedule.lowestPrice());
    }

    private static Stream<MapSqlParameterSource> sectionRows(Schedule schedule) {
        return IntStream.range(0, schedule.sections().size()).mapToObj(index -> {
            var section = schedule.sections().get(index);
            return new MapSqlParameterSource("scheduleId", schedule.id().value())
                    .addValue("position", index + 1)
                    .addValue("name", section.name())
                    .addValue("rows", section.rows())
                    .addValue("seatsPerRow", section.seatsPerRow())
                    .addValue("price", section.price());
        });
    }

    private static SqlParameterSource[] rows(Stream<MapSqlParameterSource> rows) {
        return rows.toArray(SqlParameterSource[]::new);
    }
}
