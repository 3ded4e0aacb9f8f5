package dev.frontrow.reservation.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseArray.texts;
import static java.util.stream.Collectors.toMap;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.DatabaseTime;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.Points;
import dev.frontrow.reservation.application.port.out.Reservations;
import dev.frontrow.reservation.domain.CancelledBecause;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReservations implements Reservations {

    private final JdbcClient jdbc;

    JdbcReservations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PaymentId> paymentOf(ReservationId id, UserId userId) {
        return jdbc.sql("""
                select payment_id from reservation.reservation where id = :id and user_id = :userId
                """)
                .param("id", id.value())
                .param("userId", userId.value())
                .query((row, n) -> new PaymentId(row.getObject("payment_id", UUID.class)))
                .optional();
    }

    @Override
    public Optional<PaymentId> paymentOf(ReservationId id) {
        return jdbc.sql("""
                select payment_id from reservation.reservation where id = :id
                """)
                .param("id", id.value())
                .query((row, n) -> new PaymentId(row.getObject("payment_id", UUID.class)))
                .optional();
    }

    @Override
    public Locked lock(ReservationId id) {
        var found = lock(List.of(id)).get(id);
        if (found == null) {
            throw new IllegalStateException("there is no reservation " + id);
        }
        return found;
    }

    @Override
    public Map<ReservationId, Locked> lock(Collection<ReservationId> ids) {
        var rows = jdbc.sql("""
                select r.status, %s
                  from reservation.reservation r
                  join reservation.ticket t on t.reservation_id = r.id
                 where r.id = any(cast(:ids as uuid[]))
                 order by r.id, t.position
                   for no key update
                """.formatted(ReservationRow.COLUMNS))
                .param("ids", texts(ids, ReservationId::value))
                .query(ReservationRow::read)
                .list();
        return ReservationRow.byReservation(rows).stream()
                .collect(toMap(
                        reservation -> reservation.getFirst().id(),
                        reservation -> new Locked(
                                ReservationRow.reservation(reservation),
                                reservation.getFirst().at())));
    }

    @Override
    public void startAt(ScheduleId scheduleId, Instant startsAt) {
        jdbc.sql("""
                insert into reservation.moved_schedule (schedule_id, starts_at, moved_at)
                values (:scheduleId, :startsAt, statement_timestamp())
                    on conflict (schedule_id) do update set starts_at = excluded.starts_at, moved_at = excluded.moved_at
                """)
                .param("scheduleId", scheduleId.value())
                .param("startsAt", DatabaseTime.parameter(startsAt))
                .update();
    }

    @Override
    public void move(Reservation changed, ReservationStatus from) {
        move(
                List.of(changed.id()),
                from,
                changed.status(),
                changed.cancelledBecause().orElse(null),
                changed.fee(),
                changed.tickets().size());
    }

    @Override
    public void cancelForShow(List<Reservation> cancelled) {
        move(
                cancelled.stream().map(Reservation::id).toList(),
                ReservationStatus.CONFIRMED,
                ReservationStatus.CANCELLED,
                CancelledBecause.SHOW_CANCELLED,
                Points.NONE,
                cancelled.stream()
                        .mapToInt(reservation -> reservation.tickets().size())
                        .sum());
    }

    @Override
    public void confirm(Collection<ReservationId> ids, int tickets) {
        move(ids, ReservationStatus.PENDING_PAYMENT, ReservationStatus.CONFIRMED, null, Points.NONE, tickets);
    }

    private void move(
            Collection<ReservationId> ids,
            ReservationStatus from,
            ReservationStatus to,
            @Nullable CancelledBecause cancelledBecause,
            Points fee,
            int tickets) {
        var moved = jdbc.sql("""
                with moved as (
                  update reservation.reservation
                     set status = :to, cancelled_because = cast(:cancelledBecause as text), fee = :fee
                   where id = any(cast(:ids as uuid[])) and status = :from
                  returning id)
                update reservation.ticket t
                   set status = :ticketsTo
                  from moved
                 where t.reservation_id = moved.id and t.status = :ticketsFrom
                """)
                .param("ids", texts(ids, ReservationId::value))
                .param("from", from.name())
                .param("to", to.name())
                .param("cancelledBecause", Objects.toString(cancelledBecause, null))
                .param("fee", fee.amount())
                .param("ticketsFrom", from.tickets().name())
                .param("ticketsTo", to.tickets().name())
                .update();
        if (moved == 0 || moved != tickets) {
            throw new IllegalStateException(
                    "reservations " + ids + " were not " + from + " with " + tickets + " tickets");
        }
    }

    @Override
    public List<ReservationId> paidAfter(ScheduleId scheduleId, @Nullable ReservationId other, int atMost) {
        return jdbc.sql("""
                select id
                  from reservation.reservation
                 where schedule_id = :scheduleId and status = 'CONFIRMED'
                   and not exists (select
                                     from reservation.failed_refund f
                                    where f.reservation_id = reservation.id and f.retry_at > statement_timestamp())
                   and sequence > coalesce((select sequence from reservation.reservation where id = cast(:other as uuid)), 0)
                 order by sequence
                 limit :atMost
                """)
                .param("scheduleId", scheduleId.value())
                .param("other", Objects.toString(other, null))
                .param("atMost", atMost)
                .query((row, n) -> new ReservationId(row.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public List<Locked> lockPaid(Collection<ReservationId> ids) {
        var free = jdbc.sql("""
                with paid as materialized (
                  select id, user_id
                    from reservation.reservation
                   where id = any(cast(:ids as uuid[])) and status = 'CONFIRMED'
                     for no key update skip locked)
                select id from paid order by user_id, id
                """)
                .param("ids", texts(ids, ReservationId::value))
                .query((row, n) -> new ReservationId(row.getObject("id", UUID.class)))
                .list();
        var found = lock(free);
        return free.stream().map(found::get).toList();
    }
}
