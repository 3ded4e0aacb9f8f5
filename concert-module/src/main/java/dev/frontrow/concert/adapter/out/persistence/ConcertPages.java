package dev.frontrow.concert.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseTime.instant;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.UsualSeatLimit;
import dev.frontrow.concert.application.query.AdminConcertView;
import dev.frontrow.concert.application.query.ConcertView;
import dev.frontrow.concert.application.query.SaleFilter;
import dev.frontrow.concert.domain.Schedule;
import dev.frontrow.edge.DatabaseTime;
import dev.frontrow.edge.Identifier;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads a page by walking along the index of starts, in the list's own order, and stops when the page is full: what it
 * costs depends on the page and on the schedules passed over on the way, not on how many concerts there are. A schedule
 * stands for its concert where it is the earliest matching one that has not started or, if there is none, the latest of
 * all.
 *
 * <p>Which one that is, is asked of the instant of the walk's first page, so that no concert moves while somebody walks; what is
 * shown is of now. What is hidden is passed over, unless it is to be shown too.
 */
@Repository
class ConcertPages {

    private static final Position LOWEST = new Position(false, Schedule.EARLIEST, new ConcertId(Identifier.NOTHING));
    private static final Position HIGHEST =
            new Position(true, Schedule.TOO_LATE.minus(1, ChronoUnit.MICROS), new ConcertId(new UUID(-1, -1)));

    private final JdbcClient jdbc;
    private final UsualSeatLimit usualLimit;

    ConcertPages(JdbcClient jdbc, UsualSeatLimit usualLimit) {
        this.jdbc = jdbc;
        this.usualLimit = usualLimit;
    }

    /** Concerts as everybody sees them. */
    Page<ConcertView> ofThoseShown(SaleFilter sale, PageRequest request) {
        return read(false, "", ConcertRow::read, ConcertRow::concert, sale, request);
    }

    /** All concerts, as admins see them. */
    Page<AdminConcertView> ofAll(SaleFilter sale, PageRequest request) {
        return read(true, ",\n" + ConcertRow.SECTIONS, ConcertRow::readWhole, ConcertRow::adminConcert, sale, request);
    }

    private <V> Page<V> read(
            boolean hiddenToo,
            String sections,
            Reader reader,
            Function<List<ConcertRow>, V> shown,
            SaleFilter sale,
            PageRequest request) {
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
                     and (select :hiddenToo or not h.hidden from concert.concert h where h.id = s.concert_id)
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
                     and (select :hiddenToo or not h.hidden from concert.concert h where h.id = s.concert_id)
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
                select p.started, p.starts_at as place, coalesce(:begunAt, statement_timestamp()) as begun_at,
                       %s%s
                  from page p
                  join concert.concert c on c.id = p.concert_id
                  join concert.schedule_now s on s.concert_id = p.concert_id
                   and (cast(:status as text) is null or s.sale_status = :status)
                 order by p.started, p.nth, s.starts_at, s.id
                """.formatted(ConcertRow.COLUMNS, sections))
                .param("hiddenToo", hiddenToo)
                .param("usualSeatsMax", usualLimit.seatsPerUserMax())
                .param("status", sale.status() == null ? null : sale.status().name())
                .param("begunAt", walk == null ? null : DatabaseTime.parameter(walk.begunAt()))
                .param("afterNextStart", DatabaseTime.parameter(afterNext.startsAt()))
                .param("afterNextId", afterNext.concertId().value())
                .param("beforeLastStart", DatabaseTime.parameter(beforeLast.startsAt()))
                .param("beforeLastId", beforeLast.concertId().value())
                .param("oneMore", request.oneMore())
                .query((row, n) -> {
                    var concert = reader.read(row);
                    var position = new Position(
                            row.getBoolean("started"),
                            instant(row, "place"),
                            concert.concert().id());
                    return new Listed(new Walk(instant(row, "begun_at"), position), concert);
                })
                .list();
        var concerts = rows.stream().collect(groupingBy(Listed::walk, LinkedHashMap::new, toList()));
        return Page.of(
                List.copyOf(concerts.entrySet()),
                request,
                concert -> shown.apply(
                        concert.getValue().stream().map(Listed::concert).toList()),
                concert -> concert.getKey().cursor());
    }

    /** A row of the list. */
    private record Listed(Walk walk, ConcertRow concert) {}

    /** Reads a row. */
    private interface Reader {

        ConcertRow read(ResultSet row) throws SQLException;
    }
}
