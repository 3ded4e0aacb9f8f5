package dev.frontrow.payment.adapter.out.persistence;

import dev.frontrow.payment.PaymentCompleted;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.PaymentOpening;
import dev.frontrow.payment.PaymentRefunded;
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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
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
    public void open(PaymentOpening opening) {
        jdbc.sql("""
                insert into payment.payment (id, reservation_id, user_id, amount, payable_until, admission)
                values (:id, :reservationId, :userId, :amount, :payableUntil, :admission)
                """)
                .param("id", opening.paymentId().value())
                .param("reservationId", opening.reservationId())
                .param("userId", opening.userId())
                .param("amount", opening.amount())
                .param("payableUntil", opening.payableUntil().atOffset(ZoneOffset.UTC))
                .param("admission", opening.admission())
                .update();
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return jdbc.sql("""
                select id, reservation_id, user_id, amount, status, created_at, paid_at, balance_after,
                       payable_until <= statement_timestamp() as over
                  from payment.payment
                 where id = :id
                """)
                .param("id", id.value())
                .query(JdbcPayments::payment)
                .optional();
    }

    @Override
    public Optional<Payment> lock(PaymentId id) {
        return jdbc.sql("""
                select id, reservation_id, user_id, amount, status, created_at, paid_at, balance_after,
                       payable_until <= statement_timestamp() as over
                  from payment.payment
                 where id = :id
                   for update
                """)
                .param("id", id.value())
                .query(JdbcPayments::payment)
                .optional();
    }

    @Override
    public Optional<Payment> lock(PaymentId id, String userId) {
        return jdbc.sql("""
                select id, reservation_id, user_id, amount, status, created_at, paid_at, balance_after,
                       payable_until <= statement_timestamp() as over
                  from payment.payment
                 where id = :id and user_id = :userId
                   for update
                """)
                .param("id", id.value())
                .param("userId", userId)
                .query(JdbcPayments::payment)
                .optional();
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
    public Set<PaymentId> expire(Collection<PaymentId> ids) {
        return jdbc.sql("""
                with over as materialized (
                  select id
                    from payment.payment
                   where id in (:ids) and status = 'PENDING' and payable_until <= statement_timestamp()
                   order by id
                     for update skip locked
                )
                update payment.payment p set status = 'EXPIRED'
                  from over
                 where p.id = over.id
                returning p.id
                """)
                .param("ids", ids.stream().map(PaymentId::value).toList())
                .query((row, _) -> new PaymentId(row.getObject("id", UUID.class)))
                .set();
    }

    @Override
    public Optional<PaymentCompleted> complete(PaymentId id, long amount, long balance) {
        return jdbc.sql("""
                update payment.payment
                   set status = 'PAID', paid_at = statement_timestamp(), balance_after = :balance
                 where id = :id and status = 'PENDING' and amount = :amount
                   and payable_until > statement_timestamp()
                returning reservation_id, user_id, amount, admission, paid_at
                """)
                .param("id", id.value())
                .param("amount", amount)
                .param("balance", balance)
                .query((row, _) -> new PaymentCompleted(
                        id,
                        row.getObject("reservation_id", UUID.class),
                        row.getString("user_id"),
                        row.getLong("amount"),
                        row.getString("admission"),
                        instant(row, "paid_at")))
                .optional();
    }

    @Override
    public Optional<PaymentRefunded> refund(PaymentId id, long amount) {
        return jdbc.sql("""
                update payment.payment
                   set status = 'REFUNDED', refunded_at = statement_timestamp()
                 where id = :id and status = 'PAID' and amount = :amount
                returning reservation_id, user_id, amount
                """)
                .param("id", id.value())
                .param("amount", amount)
                .query((row, _) -> new PaymentRefunded(
                        id,
                        row.getObject("reservation_id", UUID.class),
                        row.getString("user_id"),
                        row.getLong("amount")))
                .optional();
    }

    private static Payment payment(ResultSet row, int rowNumber) throws SQLException {
        var terms = new Terms(
                new PaymentId(row.getObject("id", UUID.class)),
                row.getObject("reservation_id", UUID.class),
                row.getString("user_id"),
                row.getLong("amount"),
                instant(row, "created_at"));
        return switch (row.getString("status")) {
            case "PENDING" -> row.getBoolean("over") ? new ExpiredPayment(terms) : new PendingPayment(terms);
            case "PAID" -> new PaidPayment(terms, instant(row, "paid_at"), row.getLong("balance_after"));
            case "EXPIRED" -> new ExpiredPayment(terms);
            case "CANCELLED" -> new CancelledPayment(terms);
            case "REFUNDED" -> new RefundedPayment(terms);
            case String unknown -> throw new IllegalStateException("payment " + terms.id() + " is " + unknown);
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
