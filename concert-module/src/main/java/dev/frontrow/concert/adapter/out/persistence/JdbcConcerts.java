package dev.frontrow.concert.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseTime.instant;
import static dev.frontrow.edge.DatabaseTime.instantOrNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.application.port.out.Concerts;
import dev.frontrow.concert.domain.Cancellation;
import dev.frontrow.concert.domain.Concert;
import dev.frontrow.concert.domain.Schedule;
import dev.frontrow.concert.domain.Section;
import dev.frontrow.edge.DatabaseTime;
import dev.frontrow.edge.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Three round trips to write a concert, however many schedules and sections it has; two to read it, three to change it. */
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
                insert into concert.concert (id, title, performer, venue, time_zone, hidden, seats_per_user_max,
                       refund_closes_before_start, refund_fee_percent)
                values (:id, :title, :performer, :venue, :timeZone, :hidden, :seatsPerUserMax, :closesBeforeStart,
                       :feePercent)
                """)
                .param("id", concert.id().value())
                .param("title", concert.title())
                .param("performer", concert.performer())
                .param("venue", concert.venue())
                .param("timeZone", concert.timeZone().getId())
                .param("hidden", concert.hidden())
                .param("seatsPerUserMax", concert.seatsPerUserMax())
                .param(
                        "closesBeforeStart",
                        concert.refundTerms().closesBeforeStart().toSeconds())
                .param("feePercent", concert.refundTerms().feePercent())
                .update();
        if (added != 1) {
            throw new IllegalStateException("concert " + concert.id() + " was written " + added + " times");
        }
        addSchedules(concert, concert.schedules());
    }

    private void addSchedules(Concert concert, List<Schedule> schedules) {
        batches.batchUpdate("""
                insert into concert.schedule
                  (id, concert_id, starts_at, moved_from, sales_open_at, sales_close_at, seat_count, lowest_price)
                values (:id, :concertId, :startsAt, :movedFrom, :salesOpenAt, :salesCloseAt, :seatCount, :lowestPrice)
                """, rows(schedules.stream().map(schedule -> row(concert, schedule))));
        addSections(schedules.stream().flatMap(JdbcConcerts::sectionRows));
    }

    private void addSections(Stream<MapSqlParameterSource> sections) {
        batches.batchUpdate("""
                insert into concert.section (schedule_id, position, name, rows, seats_per_row, price)
                values (:scheduleId, :position, :name, :rows, :seatsPerRow, :price)
                """, rows(sections));
    }

    /** The rest is read after the wait for the lock, by a statement of its own: it is as whoever had it has left it. */
    @Override
    public Optional<Published> lock(ConcertId id) {
        return jdbc.sql("select version from concert.concert where id = :id for no key update")
                .param("id", id.value())
                .query((row, n) -> new Version(row.getLong("version")))
                .optional()
                .map(version -> read(id, version));
    }

    private Published read(ConcertId id, Version version) {
        var rows = jdbc.sql("""
                select c.title, c.performer, c.venue, c.time_zone, c.hidden, c.seats_per_user_max,
                       c.refund_closes_before_start, c.refund_fee_percent, s.id as schedule_id, s.starts_at, s.moved_from,
                       s.cancelled_because, s.cancelled_at, s.sales_open_at, s.sales_close_at, x.name, x.rows, x.seats_per_row, x.price,
                       statement_timestamp() as at
                  from concert.concert c
                  join concert.schedule s on s.concert_id = c.id
                  join concert.section x on x.schedule_id = s.id
                 where c.id = :id
                 order by s.starts_at, s.id, x.position
                """)
                .param("id", id.value())
                .query((row, n) -> new SectionRow(
                        new Concert(
                                id,
                                row.getString("title"),
                                row.getString("performer"),
                                row.getString("venue"),
                                ZoneId.of(row.getString("time_zone")),
                                row.getBoolean("hidden"),
                                row.getObject("seats_per_user_max", Integer.class),
                                ConcertRow.refundTerms(row),
                                List.of(schedule(row))),
                        instant(row, "at")))
                .list();
        var concert = rows.getFirst().concert;
        var schedules = rows.stream()
                .map(row -> row.concert.schedules().getFirst())
                .collect(groupingBy(Schedule::id, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(JdbcConcerts::whole)
                .toList();
        return new Published(
                new Concert(
                        id,
                        concert.title(),
                        concert.performer(),
                        concert.venue(),
                        concert.timeZone(),
                        concert.hidden(),
                        concert.seatsPerUserMax(),
                        concert.refundTerms(),
                        schedules),
                version,
                rows.getFirst().at);
    }

    /** A concert with the one section that is in a row. */
    private record SectionRow(Concert concert, Instant at) {}

    private static Schedule schedule(ResultSet row) throws SQLException {
        return new Schedule(
                new ScheduleId(row.getObject("schedule_id", UUID.class)),
                instant(row, "starts_at"),
                instantOrNull(row, "moved_from"),
                cancellation(row),
                new SaleWindow(instant(row, "sales_open_at"), instant(row, "sales_close_at")),
                List.of(new Section(
                        row.getString("name"), row.getInt("rows"), row.getInt("seats_per_row"), row.getLong("price"))));
    }

    private static @Nullable Cancellation cancellation(ResultSet row) throws SQLException {
        var at = instantOrNull(row, "cancelled_at");
        return at == null ? null : new Cancellation(row.getString("cancelled_because"), at);
    }

    private static Schedule whole(List<Schedule> sections) {
        var schedule = sections.getFirst();
        return new Schedule(
                schedule.id(),
                schedule.startsAt(),
                schedule.movedFrom(),
                schedule.cancellation(),
                schedule.window(),
                sections.stream().flatMap(each -> each.sections().stream()).toList());
    }

    @Override
    public void change(Published before, Concert after) {
        write(before, after);
        var different = after.schedules().stream()
                .filter(schedule -> !before.concert().schedules().contains(schedule))
                .toList();
        update(after, different.stream());
        batches.batchUpdate("""
                update concert.section set price = :price where schedule_id = :scheduleId and name = :name
                """, rows(different.stream().flatMap(JdbcConcerts::sectionRows)));
    }

    /** Writes what is the concert's own, and counts its version. */
    private void write(Published before, Concert after) {
        int written = jdbc.sql("""
                update concert.concert
                   set title = :title, performer = :performer, venue = :venue, hidden = :hidden,
                       seats_per_user_max = :seatsPerUserMax, refund_closes_before_start = :closesBeforeStart,
                       refund_fee_percent = :feePercent, version = version + 1
                 where id = :id and version = :version
                """)
                .param("id", after.id().value())
                .param("version", before.version().number())
                .param("title", after.title())
                .param("performer", after.performer())
                .param("venue", after.venue())
                .param("hidden", after.hidden())
                .param("seatsPerUserMax", after.seatsPerUserMax())
                .param(
                        "closesBeforeStart",
                        after.refundTerms().closesBeforeStart().toSeconds())
                .param("feePercent", after.refundTerms().feePercent())
                .update();
        if (written != 1) {
            throw new IllegalStateException(
                    "concert " + after.id() + " is locked, but not of version " + before.version());
        }
    }

    private void update(Concert concert, Stream<Schedule> schedules) {
        batches.batchUpdate("""
                update concert.schedule
                   set starts_at = :startsAt, moved_from = :movedFrom, sales_open_at = :salesOpenAt,
                       sales_close_at = :salesCloseAt, seat_count = :seatCount, lowest_price = :lowestPrice,
                       cancelled_because = :cancelledBecause, cancelled_at = :cancelledAt
                 where id = :id
                """, rows(schedules.map(schedule -> row(concert, schedule))));
    }

    @Override
    public void addSchedule(Published before, Schedule added) {
        write(before, before.concert());
        addSchedules(before.concert(), List.of(added));
    }

    @Override
    public void addSection(Published before, Schedule enlarged) {
        write(before, before.concert());
        update(before.concert(), Stream.of(enlarged));
        addSections(sectionRows(enlarged).skip(enlarged.sections().size() - 1L));
    }

    @Override
    public Optional<ConcertId> concertOf(ScheduleId id) {
        return jdbc.sql("select concert_id from concert.schedule where id = :id")
                .param("id", id.value())
                .query((row, n) -> new ConcertId(row.getObject("concert_id", UUID.class)))
                .optional();
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
        var cancellation = schedule.cancellation();
        return new MapSqlParameterSource("id", schedule.id().value())
                .addValue("cancelledBecause", cancellation == null ? null : cancellation.reason())
                .addValue("cancelledAt", cancellation == null ? null : DatabaseTime.parameter(cancellation.at()))
                .addValue("concertId", concert.id().value())
                .addValue("startsAt", DatabaseTime.parameter(schedule.startsAt()))
                .addValue(
                        "movedFrom", schedule.movedFrom() == null ? null : DatabaseTime.parameter(schedule.movedFrom()))
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
