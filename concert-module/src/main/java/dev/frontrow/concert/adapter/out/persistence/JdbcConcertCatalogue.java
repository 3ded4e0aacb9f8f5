package dev.frontrow.concert.adapter.out.persistence;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.application.query.ConcertCatalogue;
import dev.frontrow.concert.application.query.ConcertPage;
import dev.frontrow.concert.application.query.ConcertView;
import dev.frontrow.concert.application.query.Position;
import dev.frontrow.concert.application.query.SaleFilter;
import dev.frontrow.concert.application.query.ScheduleView;
import dev.frontrow.concert.domain.SaleStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads a page by walking along the index of starts, in the list's own order, and stops when the page is full: what it
 * costs depends on the page and on the schedules passed over on the way, not on how many concerts there are. A schedule
 * stands for its concert where it is the earliest matching one that has not started or, if there is none, the latest of
 * all.
 */
@Repository
class JdbcConcertCatalogue implements ConcertCatalogue {

    private static final Edge LOWEST = new Edge(OffsetDateTime.parse("1970-01-01T00:00:00Z"), new UUID(0, 0));
    private static final Edge HIGHEST = new Edge(OffsetDateTime.parse("9999-12-31T23:59:59.999999Z"), new UUID(-1, -1));

    private final JdbcClient jdbc;

    JdbcConcertCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ConcertView> find(ConcertId id) {
        var rows = jdbc.sql("""
                select c.id, c.title, c.performer, c.venue, c.time_zone, false as started, s.starts_at as place,
                       s.id as schedule_id, s.starts_at, s.sales_open_at, s.sales_close_at, s.sale_status,
                       s.seat_count, s.lowest_price
                  from concert.concert c
                  join concert.schedule_now s on s.concert_id = c.id
                 where c.id = :id
                 order by s.starts_at, s.id
                """).param("id", id.value()).query(Row::of).list();
        return grouped(rows).stream().findFirst().map(Group::concert);
    }

    @Override
    public ConcertPage page(SaleFilter sale, @Nullable Position after, int limit) {
        var edge = after == null
                ? LOWEST
                : new Edge(utc(after.startsAt()), after.concertId().value());
        var passed = after != null && after.started();
        var afterNext = passed ? HIGHEST : edge;
        var beforeLast = passed ? edge : HIGHEST;
        var rows = jdbc.sql("""
                with next as (
                  select s.concert_id, s.starts_at, row_number() over (order by s.starts_at, s.concert_id) as nth
                    from concert.schedule_now s
                   where s.starts_at > statement_timestamp()
                     and (cast(:status as text) is null or s.sale_status = :status)
                     and (s.starts_at, s.concert_id) > (:afterNextStart, :afterNextId)
                     and not exists (
                           select from concert.schedule_now e
                            where e.concert_id = s.concert_id
                              and e.starts_at > statement_timestamp()
                              and (cast(:status as text) is null or e.sale_status = :status)
                              and (e.starts_at, e.id) < (s.starts_at, s.id))
                   order by s.starts_at, s.concert_id
                   limit :count
                ), last as (
                  select s.concert_id, s.starts_at,
                         row_number() over (order by s.starts_at desc, s.concert_id desc) as nth
                    from concert.schedule s
                   where cast(:status as text) is null
                     and s.starts_at <= statement_timestamp()
                     and (s.starts_at, s.concert_id) < (:beforeLastStart, :beforeLastId)
                     and not exists (
                           select from concert.schedule l
                            where l.concert_id = s.concert_id
                              and (l.starts_at, l.id) > (s.starts_at, s.id))
                   order by s.starts_at desc, s.concert_id desc
                   limit :count
                ), page as (
                  select concert_id, starts_at, false as started, nth from next
                   union all
                  select concert_id, starts_at, true as started, nth from last
                   order by started, nth
                   limit :count
                )
                select c.id, c.title, c.performer, c.venue, c.time_zone, p.started, p.starts_at as place,
                       s.id as schedule_id, s.starts_at, s.sales_open_at, s.sales_close_at, s.sale_status,
                       s.seat_count, s.lowest_price
                  from page p
                  join concert.concert c on c.id = p.concert_id
                  join concert.schedule_now s on s.concert_id = p.concert_id
                   and (cast(:status as text) is null or s.sale_status = :status)
                 order by p.started, p.nth, s.starts_at, s.id
                """)
                .param("status", sale.status().map(SaleStatus::name).orElse(null))
                .param("afterNextStart", afterNext.startsAt())
                .param("afterNextId", afterNext.concertId())
                .param("beforeLastStart", beforeLast.startsAt())
                .param("beforeLastId", beforeLast.concertId())
                .param("count", limit + 1) // one more tells whether another page follows
                .query(Row::of)
                .list();
        var found = grouped(rows);
        var page = found.subList(0, Math.min(limit, found.size()));
        return new ConcertPage(
                page.stream().map(Group::concert).toList(),
                found.size() > limit ? page.getLast().position() : null);
    }

    private static List<Group> grouped(List<Row> rows) {
        var groups = new ArrayList<Group>();
        for (var row : rows) {
            if (groups.isEmpty()
                    || !groups.getLast()
                            .position()
                            .concertId()
                            .equals(row.position().concertId())) {
                groups.add(new Group(row.position(), row.concert(), new ArrayList<>()));
            }
            groups.getLast().schedules().add(row.schedule());
        }
        return groups;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Where one walk along the index begins. */
    private record Edge(OffsetDateTime startsAt, UUID concertId) {}

    /** The rows of one concert. */
    private record Group(Position position, ConcertView bare, List<ScheduleView> schedules) {

        ConcertView concert() {
            return new ConcertView(bare.id(), bare.title(), bare.performer(), bare.venue(), bare.timeZone(), schedules);
        }
    }

    /** A schedule beside its concert, which has no schedules here. */
    private record Row(Position position, ConcertView concert, ScheduleView schedule) {

        static Row of(ResultSet rs, int number) throws SQLException {
            var concertId = new ConcertId(rs.getObject("id", UUID.class));
            return new Row(
                    new Position(rs.getBoolean("started"), instant(rs, "place"), concertId),
                    new ConcertView(
                            concertId,
                            rs.getString("title"),
                            rs.getString("performer"),
                            rs.getString("venue"),
                            ZoneId.of(rs.getString("time_zone")),
                            List.of()),
                    new ScheduleView(
                            new ScheduleId(rs.getObject("schedule_id", UUID.class)),
                            instant(rs, "starts_at"),
                            instant(rs, "sales_open_at"),
                            instant(rs, "sales_close_at"),
                            SaleStatus.valueOf(rs.getString("sale_status")),
                            rs.getInt("seat_count"),
                            rs.getLong("lowest_price")));
        }

        private static Instant instant(ResultSet rs, String column) throws SQLException {
            return rs.getObject(column, OffsetDateTime.class).toInstant();
        }
    }
}
