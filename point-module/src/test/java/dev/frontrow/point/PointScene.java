package dev.frontrow.point;

import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentDue;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.Points;
import dev.frontrow.payment.RefundRequested;
import dev.frontrow.payment.TicketsLocked;
import dev.frontrow.point.application.port.in.ChargePoints;
import dev.frontrow.point.application.port.in.ChargePoints.Charged;
import dev.frontrow.point.application.port.in.ChargePoints.Order;
import dev.frontrow.point.application.query.PointTransactionView;
import dev.frontrow.point.application.query.PointViews;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts to test with, and payments as the other modules make them. */
@Component
public class PointScene {

    /** The most that can be charged at once. */
    public static final long MAX_CHARGE = 1_000_000;

    /** The most that an account can be charged to. */
    public static final long MAX_BALANCE = 100_000_000;

    private final ChargePoints chargePoints;
    private final PointViews points;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    PointScene(
            ChargePoints chargePoints,
            PointViews points,
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
    public static UserId someone() {
        return new UserId("user-" + UUID.randomUUID());
    }

    /** A key nobody has used yet. */
    public static IdempotencyKey someKey() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    /** What a payment of a user is of, for a reservation of the same id. */
    public static PaymentDue due(PaymentId payment, UserId user, long amount) {
        return new PaymentDue(payment, payment.value(), user, new Points(amount));
    }

    public Charged charge(UserId user, long amount) {
        return chargePoints.charge(new Order(user, someKey(), new Points(amount)));
    }

    /** Charges as much as an account can hold. */
    public void fill(UserId user) {
        for (long balance = 0; balance < MAX_BALANCE; balance += MAX_CHARGE) {
            charge(user, MAX_CHARGE);
        }
    }

    /** Pays with the user's points, in a transaction of its own. */
    public void pay(PaymentId payment, UserId user, long amount) {
        inTransaction(() -> events.publishEvent(new TicketsLocked(List.of(due(payment, user, amount)), true)));
    }

    /** Refunds a payment whole, in a transaction of its own. */
    public void refund(PaymentId payment, UserId user, long amount) {
        refund(payment, user, amount, 0);
    }

    /** The same, but for a fee. */
    public void refund(PaymentId payment, UserId user, long amount, long fee) {
        inTransaction(() -> events.publishEvent(new RefundRequested(due(payment, user, amount), new Points(fee))));
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

    public long balance(UserId user) {
        return points.balance(user).balance();
    }

    /** The ledger of a user, newest first, up to 100 entries. */
    public List<PointTransactionView> ledger(UserId user) {
        return points.transactions(user, new PageRequest(PageRequest.LIMIT_MAX, null))
                .items();
    }
}
