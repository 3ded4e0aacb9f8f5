package dev.frontrow.reservation.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseTime.instant;

import dev.frontrow.edge.DatabaseTime;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.reservation.application.port.out.Reservations;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationStatus;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReservations implements Reservations {

    private final JdbcClient jdbc;

    JdbcReservations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Term> add(Draft draft, Duration holdTtl) {
        return jdbc.sql("""
                insert into reservation.reservation (id, user_id, concert_id, schedule_id, status, amount,
                       hold_expires_at, created_at, payment_id, starts_at, idempotency_key)
                values (:id, :userId, :concertId, :scheduleId, 'PENDING_PAYMENT', :amount,
                       statement_timestamp() + :holdMillis * interval '1 millisecond', statement_timestamp(),
                       :paymentId, :startsAt, :key)
                on conflict (user_id, idempotency_key) do nothing
                returning created_at, hold_expires_at
                """)
                .param("id", draft.id().value())
                .param("userId", draft.userId().value())
                .param("concertId", draft.sale().concertId().value())
                .param("scheduleId", draft.sale().scheduleId().value())
                .param("amount", draft.amount().amount())
                .param("holdMillis", holdTtl.toMillis())
                .param("paymentId", draft.paymentId().value())
                .param("startsAt", DatabaseTime.parameter(draft.sale().startsAt()))
                .param("key", draft.key() == null ? null : draft.key().value())
                .query((row, n) -> new Term(instant(row, "created_at"), instant(row, "hold_expires_at")))
                .optional();
    }

    @Override
    public Optional<Reservation> madeWith(IdempotencyKey key, UserId userId) {
        var rows = jdbc.sql("""
                select r.id, r.sequence, r.user_id, r.concert_id, r.schedule_id, r.status, r.amount,
                       r.hold_expires_at, r.created_at, r.starts_at, r.payment_id, statement_timestamp() as at,
                       t.id as ticket_id, t.seat_id, t.seat_label, t.price
                  from reservation.reservation r
                  join reservation.ticket t on t.reservation_id = r.id
                 where r.user_id = :userId and r.idempotency_key = :key
                 order by t.position
                """)
                .param("userId", userId.value())
                .param("key", key.value())
                .query(ReservationRow::read)
                .list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(ReservationRow.reservation(rows));
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
    public Locked lock(ReservationId id) {
        var rows = jdbc.sql("""
                select r.id, r.sequence, r.user_id, r.concert_id, r.schedule_id, r.status, r.amount,
                       r.hold_expires_at, r.created_at, r.starts_at, r.payment_id, statement_timestamp() as at,
                       t.id as ticket_id, t.seat_id, t.seat_label, t.price
                  from reservation.reservation r
                  join reservation.ticket t on t.reservation_id = r.id
                 where r.id = :id
                 order by t.position
                   for no key update
                """)
                .param("id", id.value())
                .query(ReservationRow::read)
                .list();
        if (rows.isEmpty()) {
            throw new IllegalStateException("there is no reservation " + id);
        }
        return new Locked(ReservationRow.reservation(rows), rows.getFirst().at());
    }

    @Override
    public void move(Reservation changed, ReservationStatus from) {
        move(changed.id(), from, changed.status(), changed.tickets().size());
    }

    @Override
    public void confirm(ReservationId id, int tickets) {
        move(id, ReservationStatus.PENDING_PAYMENT, ReservationStatus.CONFIRMED, tickets);
    }

    private void move(ReservationId id, ReservationStatus from, ReservationStatus to, int tickets) {
        var moved = jdbc.sql("""
                with moved as (
                  update reservation.reservation
                     set status = :to
                   where id = :id and status = :from
                  returning id)
                update reservation.ticket t
                   set status = :ticketsTo
                  from moved
                 where t.reservation_id = moved.id and t.status = :ticketsFrom
                """)
                .param("id", id.value())
                .param("from", from.name())
                .param("to", to.name())
                .param("ticketsFrom", from.tickets().name())
                .param("ticketsTo", to.tickets().name())
                .update();
        if (moved == 0 || moved != tickets) {
            throw new IllegalStateException("reservation " + id + " was not " + from + " with " + tickets + " tickets");
        }
    }

    @Override
    public List<PaymentId> paymentsOfHoldsOver(int atMost) {
        return jdbc.sql("""
                select payment_id
                  from reservation.reservation
                 where status = 'PENDING_PAYMENT' and hold_expires_at <= statement_timestamp()
                 order by hold_expires_at
                 limit :atMost
                """)
                .param("atMost", atMost)
                .query((row, n) -> new PaymentId(row.getObject("payment_id", UUID.class)))
                .list();
    }

    @Override
    public List<ReservationId> expire(Collection<PaymentId> payments) {
        return jdbc.sql("""
                with over as materialized (
                  select id
                    from reservation.reservation
                   where payment_id = any(cast(:payments as uuid[])) and status = 'PENDING_PAYMENT'
                   order by id
                     for no key update),
                expired as (
                  update reservation.reservation r
                     set status = 'EXPIRED'
                    from over
                   where r.id = over.id
                  returning r.id),
                voided as (
                  update reservation.ticket t
                     set status = 'VOID'
                    from expired
                   where t.reservation_id = expired.id and t.status = 'UNPAID')
                select id from expired
                """)
                .param("payments", payments.stream().map(PaymentId::toString).toArray(String[]::new))
                .query((row, n) -> new ReservationId(row.getObject("id", UUID.class)))
                .list();
    }
}
