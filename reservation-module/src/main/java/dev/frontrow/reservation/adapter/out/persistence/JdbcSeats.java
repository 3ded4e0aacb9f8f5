package dev.frontrow.reservation.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseArray.numbers;
import static dev.frontrow.edge.DatabaseArray.texts;
import static dev.frontrow.edge.DatabaseTime.instant;
import static java.util.Comparator.naturalOrder;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.concert.SectionAdded;
import dev.frontrow.concert.SectionsPriced;
import dev.frontrow.payment.Points;
import dev.frontrow.reservation.application.port.out.Seats;
import dev.frontrow.reservation.domain.BlockId;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.Seat;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSeats implements Seats {

    /** So that no statement of a large layout comes near the statement timeout, on a busy database either. */
    private static final int ROWS_A_STATEMENT = 1_000;

    private final JdbcClient jdbc;

    JdbcSeats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(ScheduleOpened schedule) {
        if (isWritten(schedule.scheduleId())) {
            return;
        }
        var position = 0;
        for (var section : schedule.sections()) {
            position++;
            write(schedule.scheduleId(), section, position);
        }
    }

    @Override
    public void write(SectionAdded added) {
        var isWritten = jdbc.sql("""
                select exists (select from reservation.seat where schedule_id = :scheduleId and section = :section) as written
                """)
                .param("scheduleId", added.scheduleId().value())
                .param("section", added.section().name())
                .query((row, n) -> row.getBoolean("written"))
                .single();
        if (!isWritten) {
            write(added.scheduleId(), added.section(), added.position());
        }
    }

    private void write(ScheduleId scheduleId, Section section, int position) {
        var seats = Math.multiplyExact(section.rows(), section.seatsPerRow());
        for (var from = 0; from < seats; from += ROWS_A_STATEMENT) {
            write(scheduleId, section, position, from, Math.min(from + ROWS_A_STATEMENT, seats));
        }
    }

    private boolean isWritten(ScheduleId scheduleId) {
        return jdbc.sql("""
                select 1 from reservation.seat where schedule_id = :scheduleId limit 1
                """)
                .param("scheduleId", scheduleId.value())
                .query((row, n) -> row.getInt(1))
                .optional()
                .isPresent();
    }

    private void write(ScheduleId scheduleId, Section section, int position, int from, int until) {
        var written = jdbc.sql("""
                insert into reservation.seat (schedule_id, section, section_position, row_label, number, label, price)
                select :scheduleId, :section, :position, cast(at.row as text), at.number,
                       :section || '-' || at.row || '-' || at.number, :price
                  from (select i, i / :seatsPerRow + 1 as row, i % :seatsPerRow + 1 as number
                          from generate_series(cast(:from as int), cast(:until as int) - 1) i) at
                 order by at.i
                """)
                .param("scheduleId", scheduleId.value())
                .param("section", section.name())
                .param("position", position)
                .param("seatsPerRow", section.seatsPerRow())
                .param("price", section.price())
                .param("from", from)
                .param("until", until)
                .update();
        if (written != until - from) {
            throw new IllegalStateException("wrote " + written + " seats instead of " + (until - from));
        }
    }

    @Override
    public void price(Collection<SectionsPriced.Section> sections) {
        sections.stream()
                .flatMap(this::priced)
                .sorted(Comparator.comparing(PricedSeat::id))
                .gather(Gatherers.windowFixed(ROWS_A_STATEMENT))
                .forEach(this::price);
    }

    private Stream<PricedSeat> priced(SectionsPriced.Section section) {
        var ids = jdbc.sql("""
                select id from reservation.seat where schedule_id = :scheduleId and section = :section
                """)
                .param("scheduleId", section.scheduleId().value())
                .param("section", section.name())
                .query((row, n) -> row.getLong("id"))
                .list();
        if (ids.isEmpty()) {
            throw new IllegalStateException("there are no seats of " + section);
        }
        return ids.stream().map(id -> new PricedSeat(id, section.price()));
    }

    /** In the order of their ids. */
    private void price(List<PricedSeat> seats) {
        var priced = jdbc.sql("""
                with own as materialized (
                  select asked.id, asked.price
                    from (select id, price
                            from unnest(cast(:ids as bigint[]), cast(:prices as bigint[])) as asked (id, price)
                           order by id) asked
                   cross join lateral (select 1 from reservation.seat where id = asked.id for no key update) locked)
                update reservation.seat s
                   set price = own.price
                  from own
                 where s.id = own.id
                """)
                .param("ids", numbers(seats, PricedSeat::id))
                .param("prices", numbers(seats, PricedSeat::price))
                .update();
        if (priced != seats.size()) {
            throw new IllegalStateException("of " + seats.size() + " seats were priced " + priced);
        }
    }

    private record PricedSeat(long id, long price) {}

    @Override
    public Locked lock(Collection<SeatId> ids) {
        if (ids.isEmpty()) {
            return new Locked(List.of(), Map.of(), Optional.empty());
        }
        var lists = new HashMap<ScheduleId, ListState>();
        var at = new ArrayList<Instant>();
        var seats = jdbc.sql("""
                select s.id, s.schedule_id, s.label, s.price, s.state, clock_timestamp() as at,
                       coalesce(l.sequence, 0) as sequence, coalesce(l.waits, false) as waits
                  from (select id from unnest(cast(:ids as bigint[])) as asked (id) order by id) asked
                 cross join lateral (select id, schedule_id, label, price, state
                                       from reservation.seat_now
                                      where id = asked.id
                                        for no key update) s
                  left join lateral (select sequence,
                                            exists (select
                                                      from reservation.waiting_entry e
                                                     where e.schedule_id = waiting_list.schedule_id
                                                       and e.status = 'WAITING') as waits
                                       from reservation.waiting_list
                                      where schedule_id = s.schedule_id) l on true
                """)
                .param("ids", numbers(ids, SeatId::value))
                .query((row, n) -> {
                    var seat = seat(row);
                    lists.put(seat.scheduleId(), new ListState(row.getLong("sequence"), row.getBoolean("waits")));
                    at.add(instant(row, "at"));
                    return seat;
                })
                .list();
        return new Locked(seats, lists, at.stream().max(naturalOrder()));
    }

    private static Seat seat(ResultSet row) throws SQLException {
        return new Seat(
                new SeatId(row.getLong("id")),
                new ScheduleId(row.getObject("schedule_id", UUID.class)),
                row.getString("label"),
                new Points(row.getLong("price")),
                SeatStatus.valueOf(row.getString("state")));
    }

    @Override
    public List<Sold> sell(Collection<ReservationId> ids) {
        return jdbc.sql("""
                with own as materialized (
                  select s.id, s.reservation_id
                    from reservation.ticket t
                    join reservation.seat s on s.id = t.seat_id and s.reservation_id = t.reservation_id
                   where t.reservation_id = any(cast(:ids as uuid[])) and s.status = 'HELD'
                   order by s.id
                     for no key update of s),
                sold as (
                  update reservation.seat s
                     set status = 'SOLD', hold_expires_at = null
                    from own
                   where s.id = own.id
                  returning s.reservation_id)
                select asked.id,
                       (select count(*) from sold where sold.reservation_id = asked.id) as seats,
                       (select count(*) from reservation.ticket t where t.reservation_id = asked.id) as tickets
                  from unnest(cast(:ids as uuid[])) as asked (id)
                """)
                .param("ids", texts(ids, ReservationId::value))
                .query((row, n) -> new Sold(
                        new ReservationId(row.getObject("id", UUID.class)), row.getInt("seats"), row.getInt("tickets")))
                .list();
    }

    @Override
    public int free(Collection<ReservationId> ids, SeatStatus from) {
        return jdbc.sql("""
                with own as materialized (
                  select s.id
                    from reservation.ticket t
                    join reservation.seat s on s.id = t.seat_id and s.reservation_id = t.reservation_id
                   where t.reservation_id = any(cast(:ids as uuid[])) and s.status = :from
                   order by s.id
                     for no key update of s)
                update reservation.seat s
                   set status = 'AVAILABLE', reservation_id = null, hold_expires_at = null
                  from own
                 where s.id = own.id
                """)
                .param("ids", texts(ids, ReservationId::value))
                .param("from", from.name())
                .update();
    }

    @Override
    public void block(BlockId id, Collection<SeatId> ids) {
        var blocked = jdbc.sql("""
                update reservation.seat
                   set status = 'BLOCKED', block_id = :id, reservation_id = null, hold_expires_at = null
                 where id = any(cast(:seatIds as bigint[]))
                """)
                .param("id", id.value())
                .param("seatIds", numbers(ids, SeatId::value))
                .update();
        if (blocked != ids.size()) {
            throw new IllegalStateException("of " + ids.size() + " seats were blocked " + blocked);
        }
    }

    @Override
    public int unblock(BlockId id) {
        return jdbc.sql("""
                with own as materialized (
                  select id from reservation.seat where block_id = :id order by id for no key update)
                update reservation.seat s
                   set status = 'AVAILABLE', block_id = null
                  from own
                 where s.id = own.id
                """).param("id", id.value()).update();
    }
}
