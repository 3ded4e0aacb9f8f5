package dev.frontrow.point;

import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.RefundRequested;
import dev.frontrow.payment.TicketsLocked;
import dev.frontrow.point.application.port.in.ChargePoints;
import dev.frontrow.point.application.port.in.ChargePoints.Charged;
import dev.frontrow.point.application.port.in.ChargePoints.Order;
import dev.frontrow.point.application.query.PointTransactionView;
import dev.frontrow.point.application.query.PointsOfUser;
import dev.frontrow.point.domain.IdempotencyKey;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts to test with, and payments as the other modules make them. */
@Component
public class PointScene {

    private final ChargePoints chargePoints;
    private final PointsOfUser points;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    PointScene(
            ChargePoints chargePoints,
            PointsOfUser points,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.chargePoints = chargePoints;
        this.points = points;
        this.transaction = transaction;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** A user nobody has seen yet. */
    public static String someone() {
        return "user-" + UUID.randomUUID();
    }

    /** A key nobody has used yet. */
    public static IdempotencyKey someKey() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    public Charged charge(String user, long amount) {
        return chargePoints.charge(new Order(user, someKey(), amount));
    }

    /** Pays with the user's points, in a transaction of its own. */
    public void pay(PaymentId payment, String user, long amount) {
        inTransaction(() -> events.publishEvent(new TicketsLocked(payment, payment.value(), user, amount)));
    }

    /** Refunds a payment, in a transaction of its own. */
    public void refund(PaymentId payment, String user, long amount) {
        inTransaction(() -> events.publishEvent(new RefundRequested(payment, payment.value(), user, amount)));
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

    public long balance(String user) {
        return points.balance(user);
    }

    /** The ledger of a user, newest first, up to 1,000 entries. */
    public List<PointTransactionView> ledger(String user) {
        return points.transactions(user, Long.MAX_VALUE, 1_000).transactions();
    }
}
