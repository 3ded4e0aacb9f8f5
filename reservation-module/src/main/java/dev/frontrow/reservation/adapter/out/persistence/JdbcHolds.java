package dev.frontrow.reservation.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseArray.texts;
import static dev.frontrow.edge.DatabaseTime.instant;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.DatabaseTime;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.reservation.application.port.out.Holds;
import dev.frontrow.reservation.domain.CancelledBecause;
import dev.frontrow.reservation.domain.EndOfHold;
import dev.frontrow.reservation.domain.Hold;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcHolds implements Holds {

    private final JdbcClient jdbc;

    JdbcHolds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Hold> overAfter(EndOfHold other, int atMost) {
        return jdbc.sql("""
                select id, payment_id, hold_expires_at
                  from reservation.reservation
                 where status = 'PENDING_PAYMENT'
                   and (hold_expires_at, id) > (:endOfOther, :other)
                   and hold_expires_at <= statement_timestamp()
                 order by hold_expires_at, id
                 limit :atMost
                """)
                .param("endOfOther", DatabaseTime.parameter(other.at()))
                .param("other", other.id().value())
                .param("atMost", atMost)
                .query(JdbcHolds::hold)
                .list();
    }

    @Override
    public List<PaymentId> pendingPaymentsOf(ScheduleId scheduleId) {
        return jdbc.sql("""
                select payment_id
                  from reservation.reservation
                 where schedule_id = :scheduleId and status = 'PENDING_PAYMENT'
                 order by payment_id
                """)
                .param("scheduleId", scheduleId.value())
                .query((row, n) -> new PaymentId(row.getObject("payment_id", UUID.class)))
                .list();
    }

    @Override
    public List<ReservationId> expire(Collection<PaymentId> payments) {
        return end(payments, ReservationStatus.EXPIRED, null);
    }

    @Override
    public List<ReservationId> releaseForShow(Collection<PaymentId> payments) {
        return end(payments, ReservationStatus.RELEASED, CancelledBecause.SHOW_CANCELLED);
    }

    private List<ReservationId> end(
            Collection<PaymentId> payments, ReservationStatus unpaid, @Nullable CancelledBecause because) {
        return jdbc.sql("""
                with pending as materialized (
                  select id
                    from reservation.reservation
                   where payment_id = any(cast(:payments as uuid[])) and status = 'PENDING_PAYMENT'
                   order by id
                     for no key update),
                ended as (
                  update reservation.reservation r
                     set status = :unpaid, cancelled_because = :because
                    from pending
                   where r.id = pending.id
                  returning r.id),
                voided as (
                  update reservation.ticket t
                     set status = 'VOID'
                    from ended
                   where t.reservation_id = ended.id and t.status = 'UNPAID')
                select id from ended
                """)
                .param("payments", texts(payments, PaymentId::value))
                .param("unpaid", unpaid.name())
                .param("because", Objects.toString(because, null))
                .query((row, n) -> new ReservationId(row.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public List<Hold> voidAfter(EndOfHold other, Duration over, int atMost) {
        return jdbc.sql("""
                select id, payment_id, hold_expires_at
                  from reservation.reservation
                 where status in ('EXPIRED', 'RELEASED')
                   and (hold_expires_at, id) > (:endOfOther, :other)
                   and hold_expires_at <= statement_timestamp() - make_interval(secs => :seconds)
                 order by hold_expires_at, id
                 limit :atMost
                """)
                .param("endOfOther", DatabaseTime.parameter(other.at()))
                .param("other", other.id().value())
                .param("seconds", over.toSeconds())
                .param("atMost", atMost)
                .query(JdbcHolds::hold)
                .list();
    }

    private static Hold hold(ResultSet row, int n) throws SQLException {
        return new Hold(
                new PaymentId(row.getObject("payment_id", UUID.class)),
                new EndOfHold(instant(row, "hold_expires_at"), new ReservationId(row.getObject("id", UUID.class))));
    }

    @Override
    public int deleteVoid(Collection<PaymentId> payments) {
        return jdbc.sql("""
                with past as materialized (
                  select id
                    from reservation.reservation
                   where payment_id = any(cast(:payments as uuid[])) and status in ('EXPIRED', 'RELEASED')
                   order by id
                     for update),
                tickets as (
                  delete from reservation.ticket t
                   using past
                   where t.reservation_id = past.id)
                delete from reservation.reservation r
                 using past
                 where r.id = past.id
                """)
                .param("payments", texts(payments, PaymentId::value))
                .update();
    }
}
