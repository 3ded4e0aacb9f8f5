package dev.frontrow.reservation;

import dev.frontrow.edge.UserId;
import dev.frontrow.payment.DeductedPayment;
import dev.frontrow.payment.PaymentAudit;
import dev.frontrow.payment.PaymentDue;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.PaymentOpening;
import dev.frontrow.payment.PaymentRequested;
import dev.frontrow.payment.Points;
import dev.frontrow.payment.PointsDeducted;
import dev.frontrow.payment.ReservationPayments;
import dev.frontrow.payment.SeatsConfirmed;
import dev.frontrow.payment.TicketsLocked;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stands in for payment: keeps payments in a table of its own, and runs the flow around this module's steps.
 *
 * <p>Users called "poor…" have no points, and those called "unlucky…" are refused at the very end.
 */
@Component
class PaymentsStandIn implements ReservationPayments, PaymentAudit {

    static final Instant PAID_AT = Instant.parse("2026-12-01T10:00:00Z");

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    PaymentsStandIn(JdbcClient jdbc, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
        jdbc.sql("""
                create schema if not exists stand_in;
                drop table if exists stand_in.payment;
                create table stand_in.payment (id uuid primary key, reservation_id uuid, user_id text, amount bigint,
                  payable_until timestamptz, admission text, status text);
                create index on stand_in.payment (reservation_id);
                """).update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(List<PaymentOpening> openings) {
        openings.forEach(this::open);
    }

    private void open(PaymentOpening opening) {
        jdbc.sql(
                        "insert into stand_in.payment values (:id, :reservation, :user, :amount, :until, :admission, 'PENDING')")
                .param("id", opening.due().paymentId().value())
                .param("reservation", opening.due().reservationId())
                .param("user", opening.due().userId().value())
                .param("amount", opening.due().amount().amount())
                .param("until", opening.payableUntil().atOffset(ZoneOffset.UTC))
                .param("admission", opening.admission())
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lock(PaymentId paymentId) {
        return jdbc.sql("select 1 from stand_in.payment where id = :id for update")
                .param("id", paymentId.value())
                .query((row, n) -> 1)
                .optional()
                .isPresent();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(PaymentId paymentId) {
        pay(jdbc.sql("select reservation_id from stand_in.payment where id = :id and amount = 0")
                .param("id", paymentId.value())
                .query((row, n) -> row.getObject("reservation_id", UUID.class))
                .single());
    }

    @Override
    public void cancel(PaymentId paymentId) {
        move(paymentId.value(), "PENDING", "CANCELLED");
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<PaymentId> cancelPayable(Collection<PaymentId> paymentIds) {
        return new HashSet<>(jdbc.sql("""
                        with locked as materialized (
                          select id from stand_in.payment where id = any(cast(:ids as uuid[])) order by id for update)
                        update stand_in.payment p set status = 'CANCELLED' from locked
                         where p.id = locked.id and p.status = 'PENDING' and p.payable_until > statement_timestamp()
                        returning p.id
                        """)
                .param("ids", paymentIds.stream().map(PaymentId::toString).toArray(String[]::new))
                .query((row, n) -> new PaymentId(row.getObject("id", UUID.class)))
                .list());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<PaymentId> lockFree(Collection<PaymentId> paymentIds) {
        return new HashSet<>(jdbc.sql("""
                        select id from stand_in.payment
                         where id = any(cast(:ids as uuid[])) order by id for update skip locked
                        """)
                .param("ids", paymentIds.stream().map(PaymentId::toString).toArray(String[]::new))
                .query((row, n) -> new PaymentId(row.getObject("id", UUID.class)))
                .list());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<PaymentId> expire(Collection<PaymentId> paymentIds) {
        return new HashSet<>(jdbc.sql("""
                        with due as materialized (
                          select id from stand_in.payment
                           where id = any(cast(:ids as uuid[])) and status = 'PENDING'
                             and payable_until <= statement_timestamp()
                           order by id for update skip locked)
                        update stand_in.payment p set status = 'CANCELLED' from due where p.id = due.id returning p.id
                        """)
                .param("ids", paymentIds.stream().map(PaymentId::toString).toArray(String[]::new))
                .query((row, n) -> new PaymentId(row.getObject("id", UUID.class)))
                .list());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<PaymentId> delete(Collection<PaymentId> paymentIds) {
        return new HashSet<>(jdbc.sql("""
                        with unpaid as materialized (
                          select id from stand_in.payment
                           where id = any(cast(:ids as uuid[])) and status = 'CANCELLED'
                           order by id for update skip locked)
                        delete from stand_in.payment p using unpaid where p.id = unpaid.id returning p.id
                        """)
                .param("ids", paymentIds.stream().map(PaymentId::toString).toArray(String[]::new))
                .query((row, n) -> new PaymentId(row.getObject("id", UUID.class)))
                .list());
    }

    @Override
    public void refund(PaymentId paymentId, Points fee) {
        move(paymentId.value(), "PAID", "REFUNDED");
    }

    /** Pays as payment does: locks, publishes, and believes only what it then finds. */
    void pay(UUID reservationId) {
        transaction.executeWithoutResult(status -> {
            var due = jdbc.sql("""
                            select id, user_id, amount, status from stand_in.payment where reservation_id = :id for update
                            """)
                    .param("id", reservationId)
                    .query((row, n) -> new Due(
                            new PaymentDue(
                                    new PaymentId(row.getObject("id", UUID.class)),
                                    reservationId,
                                    new UserId(row.getString("user_id")),
                                    new Points(row.getLong("amount"))),
                            row.getString("status")))
                    .single();
            if (due.status.equals("PAID")) {
                return;
            }
            if (!due.status.equals("PENDING")) {
                throw new NotPayable(due.status);
            }
            events.publishEvent(new PaymentRequested(List.of(due.payment), true));
            if (!statusOf(reservationId).equals("PAID")) {
                throw new IllegalStateException("nobody confirmed " + due);
            }
        });
    }

    @EventListener
    PointsDeducted on(TicketsLocked event) {
        for (var due : event.payments()) {
            jdbc.sql("update stand_in.payment set admission = admission || ', debited' where id = :id")
                    .param("id", due.paymentId().value())
                    .update();
            if (due.userId().value().startsWith("poor")) {
                throw new NotPayable("no points");
            }
        }
        return new PointsDeducted(
                event.payments().stream()
                        .map(due -> new DeductedPayment(due, new Points(7)))
                        .toList(),
                event.alone());
    }

    @EventListener
    void on(SeatsConfirmed event) {
        for (var payment : event.payments()) {
            if (payment.due().userId().value().startsWith("unlucky")) {
                throw new NotPayable("veto at the very end");
            }
            move(payment.due().paymentId().value(), "PENDING", "PAID");
        }
    }

    @Override
    public Stream<SettledPayment> settledPayments() {
        return jdbc
                .sql("""
                        select id, reservation_id, amount, status = 'REFUNDED' as refunded
                          from stand_in.payment
                         where status in ('PAID', 'REFUNDED')
                         order by id
                        """)
                .query((row, n) -> new SettledPayment(
                        new PaymentId(row.getObject("id", UUID.class)),
                        row.getObject("reservation_id", UUID.class),
                        row.getLong("amount"),
                        row.getBoolean("refunded"),
                        0))
                .stream();
    }

    /** All at the same time. */
    @Override
    public Map<PaymentId, Instant> paidAt(Collection<PaymentId> paymentIds) {
        return paymentIds.stream().collect(Collectors.toMap(Function.identity(), id -> PAID_AT));
    }

    String statusOf(UUID reservationId) {
        return jdbc.sql("select status from stand_in.payment where reservation_id = :id")
                .param("id", reservationId)
                .query((row, n) -> row.getString(1))
                .single();
    }

    void move(UUID id, String from, String to) {
        var moved = jdbc.sql("update stand_in.payment set status = :to where id = :id and status = :from")
                .param("id", id)
                .param("from", from)
                .param("to", to)
                .update();
        if (moved != 1) {
            throw new IllegalStateException("payment " + id + " was not " + from);
        }
    }

    private record Due(PaymentDue payment, String status) {}

    /** Payment's own refusal. */
    static class NotPayable extends RuntimeException {

        NotPayable(String why) {
            super(why);
        }
    }
}
