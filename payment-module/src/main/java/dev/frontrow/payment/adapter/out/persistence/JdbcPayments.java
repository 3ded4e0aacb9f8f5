package dev.frontrow.payment.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseArray.numbers;
import static dev.frontrow.edge.DatabaseArray.texts;
import static dev.frontrow.edge.DatabaseTime.instant;

import dev.frontrow.edge.UserId;
import dev.frontrow.payment.DeductedPayment;
import dev.frontrow.payment.PaymentDue;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.PaymentOpening;
import dev.frontrow.payment.Points;
import dev.frontrow.payment.application.port.out.Payments;
import dev.frontrow.payment.domain.CancelledPayment;
import dev.frontrow.payment.domain.ExpiredPayment;
import dev.frontrow.payment.domain.PaidPayment;
import dev.frontrow.payment.domain.Payment;
import dev.frontrow.payment.domain.PendingPayment;
import dev.frontrow.payment.domain.RefundedPayment;
import dev.frontrow.payment.domain.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Payments in the table {@code payment.payment}; whether a time is over is for the database's clock to say. */
@Repository
class JdbcPayments implements Payments {

    private final JdbcClient jdbc;

    JdbcPayments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void open(List<PaymentOpening> openings) {
        var due = openings.stream().map(PaymentOpening::due).toList();
        jdbc.sql("""
                insert into payment.payment (id, reservation_id, user_id, amount, payable_until, admission)
                select id, reservation_id, user_id, amount, payable_until, admission
                  from unnest(cast(:ids as uuid[]), cast(:reservationIds as uuid[]), cast(:userIds as text[]),
                              cast(:amounts as bigint[]), cast(:payableUntil as timestamptz[]),
                              cast(:admissions as text[]))
                       as opening (id, reservation_id, user_id, amount, payable_until, admission)
                """)
                .param("ids", texts(due, PaymentDue::paymentId))
                .param("reservationIds", texts(due, PaymentDue::reservationId))
                .param("userIds", texts(due, PaymentDue::userId))
                .param("amounts", numbers(due, each -> each.amount().amount()))
                .param("payableUntil", texts(openings, PaymentOpening::payableUntil))
                .param("admissions", texts(openings, PaymentOpening::admission))
                .update();
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return jdbc.sql("""
                select id, reservation_id, user_id, amount, state, admission, created_at, paid_at, balance_after
                  from payment.payment_now
                 where id = :id
                """)
                .param("id", id.value())
                .query(JdbcPayments::payment)
                .optional();
    }

    @Override
    public Optional<Payment> lock(PaymentId id) {
        return jdbc.sql("""
                select id, reservation_id, user_id, amount, state, admission, created_at, paid_at, balance_after
                  from payment.payment_now
                 where id = :id
                   for update
                """)
                .param("id", id.value())
                .query(JdbcPayments::payment)
                .optional();
    }

    @Override
    public List<Payment> find(Collection<PaymentId> ids) {
        return jdbc.sql("""
                select p.id, p.reservation_id, p.user_id, p.amount, p.state, p.admission, p.created_at, p.paid_at,
                       p.balance_after
                  from unnest(cast(:ids as uuid[])) as asked (id)
                 cross join lateral (select * from payment.payment_now where id = asked.id) p
                """)
                .param("ids", texts(ids, PaymentId::value))
                .query(JdbcPayments::payment)
                .list();
    }

    @Override
    public List<Payment> lock(Collection<PaymentId> ids) {
        return jdbc.sql("""
                select p.id, p.reservation_id, p.user_id, p.amount, p.state, p.admission, p.created_at, p.paid_at,
                       p.balance_after
                  from (select id from unnest(cast(:ids as uuid[])) as asked (id) order by id) asked
                 cross join lateral (select id, reservation_id, user_id, amount, state, admission, created_at, paid_at,
                                            balance_after
                                       from payment.payment_now
                                      where id = asked.id
                                        for update) p
                """)
                .param("ids", texts(ids, PaymentId::value))
                .query(JdbcPayments::payment)
                .list();
    }

    @Override
    public void cancel(PaymentId id) {
        int cancelled = jdbc.sql("""
                update payment.payment set status = 'CANCELLED'
                 where id = :id and status = 'PENDING'
                """).param("id", id.value()).update();
        if (cancelled != 1) {
            throw new IllegalStateException("only a pending payment can be cancelled: " + find(id));
        }
    }

    @Override
    public Set<PaymentId> cancelPayable(Collection<PaymentId> ids) {
        return jdbc.sql("""
                with locked as materialized (
                  select id
                    from payment.payment
                   where id = any(cast(:ids as uuid[]))
                   order by id
                     for update
                )
                update payment.payment p set status = 'CANCELLED'
                  from locked
                 where p.id = locked.id and p.status = 'PENDING' and p.payable_until > statement_timestamp()
                returning p.id
                """)
                .param("ids", texts(ids, PaymentId::value))
                .query((row, n) -> new PaymentId(row.getObject("id", UUID.class)))
                .set();
    }

    @Override
    public Set<PaymentId> lockFree(Collection<PaymentId> ids) {
        return jdbc.sql("""
                select id
                  from payment.payment
                 where id = any(cast(:ids as uuid[]))
                 order by id
                   for update skip locked
                """)
                .param("ids", texts(ids, PaymentId::value))
                .query((row, n) -> new PaymentId(row.getObject("id", UUID.class)))
                .set();
    }

    @Override
    public Set<PaymentId> expire(Collection<PaymentId> ids) {
        return jdbc.sql("""
                with over as materialized (
                  select id
                    from payment.payment
                   where id = any(cast(:ids as uuid[])) and status = 'PENDING'
                     and payable_until <= statement_timestamp()
                   order by id
                     for update skip locked
                )
                update payment.payment p set status = 'EXPIRED'
                  from over
                 where p.id = over.id
                returning p.id
                """)
                .param("ids", ids.stream().map(PaymentId::toString).toArray(String[]::new))
                .query((row, n) -> new PaymentId(row.getObject("id", UUID.class)))
                .set();
    }

    @Override
    public Set<PaymentId> deleteUnpaid(Collection<PaymentId> ids) {
        return jdbc.sql("""
                with unpaid as materialized (
                  select id
                    from payment.payment
                   where id = any(cast(:ids as uuid[])) and status in ('EXPIRED', 'CANCELLED')
                   order by id
                     for update skip locked
                )
                delete from payment.payment p
                 using unpaid
                 where p.id = unpaid.id
                returning p.id
                """)
                .param("ids", ids.stream().map(PaymentId::toString).toArray(String[]::new))
                .query((row, n) -> new PaymentId(row.getObject("id", UUID.class)))
                .set();
    }

    @Override
    public List<PaidPayment> complete(List<DeductedPayment> payments) {
        var due = payments.stream().map(DeductedPayment::due).toList();
        return jdbc.sql("""
                update payment.payment p
                   set status = 'PAID', paid_at = statement_timestamp(), balance_after = deducted.balance
                  from unnest(cast(:ids as uuid[]), cast(:amounts as bigint[]), cast(:balances as bigint[]))
                       as deducted (id, amount, balance)
                 where p.id = deducted.id and p.status = 'PENDING' and p.amount = deducted.amount
                   and p.payable_until > statement_timestamp()
                returning p.id, p.reservation_id, p.user_id, p.amount, p.admission, p.created_at, p.paid_at,
                          p.balance_after
                """)
                .param("ids", texts(due, PaymentDue::paymentId))
                .param("amounts", numbers(due, each -> each.amount().amount()))
                .param("balances", numbers(payments, each -> each.balance().amount()))
                .query((row, n) -> paid(row))
                .list();
    }

    @Override
    public Optional<RefundedPayment> refund(PaymentDue due, Points fee) {
        return jdbc.sql("""
                update payment.payment
                   set status = 'REFUNDED', refunded_at = statement_timestamp(), fee = :fee
                 where id = :id and status = 'PAID' and amount = :amount
                returning id, reservation_id, user_id, amount, admission, created_at
                """)
                .param("id", due.paymentId().value())
                .param("amount", due.amount().amount())
                .param("fee", fee.amount())
                .query((row, n) -> new RefundedPayment(terms(row)))
                .optional();
    }

    private static Payment payment(ResultSet row, int n) throws SQLException {
        return switch (row.getString("state")) {
            case "PENDING" -> new PendingPayment(terms(row));
            case "PAID" -> paid(row);
            case "EXPIRED" -> new ExpiredPayment(terms(row));
            case "CANCELLED" -> new CancelledPayment(terms(row));
            case "REFUNDED" -> new RefundedPayment(terms(row));
            case String unknown -> throw new IllegalStateException("payment " + row.getString("id") + " is " + unknown);
        };
    }

    private static PaidPayment paid(ResultSet row) throws SQLException {
        return new PaidPayment(terms(row), instant(row, "paid_at"), new Points(row.getLong("balance_after")));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                new PaymentDue(
                        new PaymentId(row.getObject("id", UUID.class)),
                        row.getObject("reservation_id", UUID.class),
                        new UserId(row.getString("user_id")),
                        new Points(row.getLong("amount"))),
                row.getString("admission"),
                instant(row, "created_at"));
    }
}
