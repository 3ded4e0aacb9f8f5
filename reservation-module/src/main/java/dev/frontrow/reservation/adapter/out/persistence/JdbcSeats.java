package dev.frontrow.reservation.adapter.out.persistence;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.edge.DatabaseTime;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.Points;
import dev.frontrow.reservation.application.port.out.Seats;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatStatus;
import dev.frontrow.reservation.domain.Ticket;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
            var seats = Math.multiplyExact(section.rows(), section.seatsPerRow());
            for (var from = 0; from < seats; from += ROWS_A_STATEMENT) {
                write(schedule.scheduleId(), section, position, from, Math.min(from + ROWS_A_STATEMENT, seats));
            }
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
    public Choice choose(ScheduleId scheduleId, Collection<SeatId> ids, UserId userId) {
        return jdbc.sql("""
                select asked.seats, asked.amount, mine.live
                  from (select count(*) as live
                          from reservation.reservation_now r
                          join reservation.ticket t on t.reservation_id = r.id
                         where r.user_id = :userId and r.schedule_id = :scheduleId and r.live) mine,
                       (select count(*) as seats, coalesce(sum(price), 0) as amount
                          from reservation.seat
                         where id = any(:ids) and schedule_id = :scheduleId) asked
                """)
                .param("userId", userId.value())
                .param("scheduleId", scheduleId.value())
                .param("ids", values(ids))
                .query((row, n) ->
                        new Choice(row.getInt("seats"), new Points(row.getLong("amount")), row.getInt("live")))
                .single();
    }

    @Override
    public List<Ticket> claim(ScheduleId scheduleId, Collection<SeatId> ids, ReservationId by, Instant holdExpiresAt) {
        return jdbc.sql("""
                with free as materialized (
                  select id
                    from reservation.seat_now
                   where id = any(:ids) and schedule_id = :scheduleId and state = 'AVAILABLE'
                   order by id
                     for no key update),
                claimed as (
                  update reservation.seat s
                     set status = 'HELD', reservation_id = :reservationId, hold_expires_at = :holdExpiresAt
                    from free
                   where s.id = free.id
                  returning s.id, s.label, s.price),
                issued as (
                  insert into reservation.ticket (id, reservation_id, seat_id, position, seat_label, price, status)
                  select gen_random_uuid(), :reservationId, id, row_number() over (order by id), label, price, 'UNPAID'
                    from claimed
                  returning id, seat_id, position, seat_label, price)
                select id as ticket_id, seat_id, seat_label, price from issued order by position
                """)
                .param("ids", values(ids))
                .param("scheduleId", scheduleId.value())
                .param("reservationId", by.value())
                .param("holdExpiresAt", DatabaseTime.parameter(holdExpiresAt))
                .query((row, n) -> ReservationRow.ticket(row))
                .list();
    }

    @Override
    public Sold sell(ReservationId id) {
        return jdbc.sql("""
                with own as materialized (
                  select s.id
                    from reservation.ticket t
                    join reservation.seat s on s.id = t.seat_id and s.reservation_id = t.reservation_id
                   where t.reservation_id = :id and s.status = 'HELD'
                   order by s.id
                     for no key update of s),
                sold as (
                  update reservation.seat s
                     set status = 'SOLD', hold_expires_at = null
                    from own
                   where s.id = own.id
                  returning s.id)
                select (select count(*) from sold) as seats,
                       (select count(*) from reservation.ticket t where t.reservation_id = :id) as tickets
                """)
                .param("id", id.value())
                .query((row, n) -> new Sold(row.getInt("seats"), row.getInt("tickets")))
                .single();
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
                .param("ids", ids.stream().map(ReservationId::toString).toArray(String[]::new))
                .param("from", from.name())
                .update();
    }

    private static long[] values(Collection<SeatId> ids) {
        return ids.stream().mapToLong(SeatId::value).toArray();
    }
}
