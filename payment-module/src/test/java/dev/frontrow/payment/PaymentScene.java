package dev.frontrow.payment;

import dev.frontrow.edge.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Payments to test with, opened as reservation opens them. */
@Component
public class PaymentScene {

    private final ReservationPayments payments;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    PaymentScene(ReservationPayments payments, TransactionTemplate transaction, JdbcClient jdbc) {
        this.payments = payments;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** A user nobody has seen yet. */
    public static UserId someone() {
        return new UserId("user-" + UUID.randomUUID());
    }

    /** A pending payment, payable for long. */
    public PaymentId open(UserId userId, long amount) {
        var id = PaymentId.generate();
        inTransaction(() -> payments.open(List.of(new PaymentOpening(
                new PaymentDue(id, UUID.randomUUID(), userId, new Points(amount)),
                Instant.parse("2999-01-01T00:00:00Z"),
                "place-of-" + userId))));
        return id;
    }

    /** Moves the end of a payment's time to just now. */
    public void letTimeRunOut(PaymentId id) {
        jdbc.sql("update payment.payment set payable_until = statement_timestamp() where id = :id")
                .param("id", id.value())
                .update();
    }

    public void inTransaction(Runnable work) {
        transaction.executeWithoutResult(_ -> work.run());
    }

    /** Whether any transaction waits for a lock of another one. */
    public boolean somebodyWaitsForALock() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** The status in the table, not as clients see it. */
    public String status(PaymentId id) {
        return jdbc.sql("select status from payment.payment where id = :id")
                .param("id", id.value())
                .query((row, _) -> row.getString("status"))
                .single();
    }
}
