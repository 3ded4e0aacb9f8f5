package dev.frontrow.concert.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseTime.instant;
import static dev.frontrow.edge.DatabaseTime.instantOrNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.application.query.ConcertView;
import dev.frontrow.concert.application.query.ConcertViews;
import dev.frontrow.concert.application.query.SaleFilter;
import dev.frontrow.concert.application.query.SaleStatus;
import dev.frontrow.concert.application.query.ScheduleView;
import dev.frontrow.concert.domain.Schedule;
import dev.frontrow.edge.DatabaseTime;
import dev.frontrow.edge.Identifier;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads a page by walking along the index of starts, in the list's own order, and stops when the page is full: what it
 * costs depends on the page and on the schedules passed over on the way, not on how many concerts there are. A schedule
 * stands for its concert where it is the earliest matching one that has not started or, if there is none, the latest of
 * all.
 *
 * <p>Which one that is, is asked of the instant of the walk's first page, so that no concert moves while somebody walks; what is
 * shown is of now.
 */
@Repository
class JdbcConcertViews implements ConcertViews {

    private static final Position LOWEST = new Position(false, Schedule.EARLIEST, new ConcertId(Identifier.NOTHING));
    private static final Position HIGHEST =
            new Position(true, Schedule.TOO_LATE.minus(1, ChronoUnit.MICROS), new ConcertId(new UUID(-1, -1)));
    private static final Duration NO_CHANGE = Duration.ofDays(365);
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm");

    private final JdbcClient jdbc;

    JdbcConcertViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ConcertView> find(ConcertId id) {
        var rows = jdbc.sql("""
                select c.id, c.title, c.performer, c.venue, c.time_zone, s.id as schedule_id, s.starts_at, s.sales_open_at,
                       s.sales_close_at, s.sale_status, s.seat_count, s.lowest_price
                  from concert.concert c
                  join concert.schedule_now s on s.concert_id = c.id
                 where c.id = :id
                 order by s.starts_at, s.id
                """)
                .param("id", id.value())
                .query(JdbcConcertViews::concert)
                .list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(whole(rows));
    }

    @Override
    public Page<ConcertView> page(SaleFilter sale, PageRequest request) {
        var walk = request.after(Walk::of);
        var after = walk == null ? LOWEST : walk.after();
        var afterNext = after.started() ? HIGHEST : after;
        var beforeLast = after.started() ? after : HIGHEST;
        var rows = jdbc.sql("""
                with next as (
                  select s.concert_id, s.starts_at, row_number() over (order by s.starts_at, s.concert_id) as nth
                    from concert.schedule_at(coalesce(:begunAt, statement_timestamp())) s
                   where s.starts_at > coalesce(:begunAt, statement_timestamp())
                     and (cast(:status as text) is null or s.sale_status = :status)
                     and (s.starts_at, s.concert_id) > (:afterNextStart, :afterNextId)
                     and not exists (
                           select from concert.schedule_at(coalesce(:begunAt, statement_timestamp())) e
                            where e.concert_id = s.concert_id
                              and e.starts_at > coalesce(:begunAt, statement_timestamp())
                              and (cast(:status as text) is null or e.sale_status = :status)
                              and (e.starts_at, e.id) < (s.starts_at, s.id))
                     and (cast(:status as text) is null
                          or exists (
                               select from concert.schedule_now m
                                where m.concert_id = s.concert_id
                                  and m.sale_status = :status))
                   order by s.starts_at, s.concert_id
                   limit :oneMore
                ), last as (
                  select s.concert_id, s.starts_at,
                         row_number() over (order by s.starts_at desc, s.concert_id desc) as nth
                    from concert.schedule s
                   where cast(:status as text) is null
                     and s.starts_at <= coalesce(:begunAt, statement_timestamp())
                     and (s.starts_at, s.concert_id) < (:beforeLastStart, :beforeLastId)
                     and not exists (
                           select from concert.schedule l
                            where l.concert_id = s.concert_id
                              and (l.starts_at, l.id) > (s.starts_at, s.id))
                   order by s.starts_at desc, s.concert_id desc
                   limit :oneMore
                ), page as (
                  select concert_id, starts_at, false as started, nth from next
                   union all
                  select concert_id, starts_at, true as started, nth from last
                   order by started, nth
                   limit :oneMore
                )
                select c.id, c.title, c.performer, c.venue, c.time_zone, p.started, p.starts_at as place,
                       coalesce(:begunAt, statement_timestamp()) as begun_at,
                       s.id as schedule_id, s.starts_at, s.sales_open_at, s.sales_close_at, s.sale_status,
                       s.seat_count, s.lowest_price
                  from page p
                  join concert.concert c on c.id = p.concert_id
                  join concert.schedule_now s on s.concert_id = p.concert_id
                   and (cast(:status as text) is null or s.sale_status = :status)
                 order by p.started, p.nth, s.starts_at, s.id
                """)
                .param("status", sale.status() == null ? null : sale.status().name())
                .param("begunAt", walk == null ? null : DatabaseTime.parameter(walk.begunAt()))
                .param("afterNextStart", DatabaseTime.parameter(afterNext.startsAt()))
                .param("afterNextId", afterNext.concertId().value())
                .param("beforeLastStart", DatabaseTime.parameter(beforeLast.startsAt()))
                .param("beforeLastId", beforeLast.concertId().value())
                .param("oneMore", request.oneMore())
                .query(JdbcConcertViews::listed)
                .list();
        var concerts = rows.stream().collect(groupingBy(Listed::walk, LinkedHashMap::new, toList()));
        return Page.of(
                List.copyOf(concerts.entrySet()),
                request,
                concert ->
                        whole(concert.getValue().stream().map(Listed::concert).toList()),
                concert -> concert.getKey().cursor());
    }

    @Override
    public Duration untilNextChange() {
        return jdbc.sql("""
                select statement_timestamp() as now,
                       least((select min(sales_open_at) from concert.schedule
                               where sales_open_at > statement_timestamp()),
                             (select min(sales_close_at) from concert.schedule
                               where sales_close_at > statement_timestamp()),
                             (select min(starts_at) from concert.schedule
                               where starts_at > statement_timestamp())) as next
                """)
                .query((row, n) -> {
                    var next = instantOrNull(row, "next");
                    return next == null ? NO_CHANGE : Duration.between(instant(row, "now"), next);
                })
                .single();
    }

    /** A row of the list. */
    private record Listed(Walk walk, ConcertView concert) {}

    /** The concert of these rows, each of which has one of its schedules. */
    private static ConcertView whole(List<ConcertView> rows) {
        var concert = rows.getFirst();
        return new ConcertView(
                concert.id(),
                concert.title(),
                concert.performer(),
                concert.venue(),
                concert.timeZone(),
                rows.stream().flatMap(row -> row.schedules().stream()).toList());
    }

    private static Listed listed(ResultSet row, int n) throws SQLException {
        var concert = concert(row, n);
        var position = new Position(row.getBoolean("started"), instant(row, "place"), concert.id());
        return new Listed(new Walk(instant(row, "begun_at"), position), concert);
    }

    private static ConcertView concert(ResultSet row, int n) throws SQLException {
        var timeZone = row.getString("time_zone");
        var start = instant(row, "starts_at").atZone(ZoneId.of(timeZone));
        return new ConcertView(
                new ConcertId(row.getObject("id", UUID.class)),
                row.getString("title"),
                row.getString("performer"),
                row.getString("venue"),
                timeZone,
                List.of(new ScheduleView(
                        new ScheduleId(row.getObject("schedule_id", UUID.class)),
                        start.toInstant(),
                        start.toLocalDate(),
                        TIME_OF_DAY.format(start),
                        instant(row, "sales_open_at"),
                        instant(row, "sales_close_at"),
                        SaleStatus.valueOf(row.getString("sale_status")),
                        row.getInt("seat_count"),
                        row.getLong("lowest_price"))));
    }
}
