package dev.frontrow.point.application.port.out;

import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentDue;
import dev.frontrow.payment.Points;
import dev.frontrow.point.domain.Charge;
import java.util.Optional;

/**
 * All accounts. Every change writes its ledger entry in the same statement, and the account stays locked until the
 * transaction ends.
 */
public interface Accounts {

    /**
     * Charges, opening the account if there is none; nothing if there is a charge under this key, or the account would hold
     * more than {@code maxBalance} then. Waits for a twin under the same key. A transaction around it would be good for
     * nothing but a rollback where the key is taken.
     */
    Optional<Charge> charge(UserId userId, IdempotencyKey key, Points amount, Points maxBalance);

    /** The charge that a user made under a key. */
    Optional<Charge> chargeUnder(UserId userId, IdempotencyKey key);

    /** What a user has; nothing for one never seen. */
    Points balance(UserId userId);

    /** What a user has, locked; nothing for one never seen. */
    Points lockedBalance(UserId userId);

    /**
     * Deducts for a payment; nothing if there are too few points.
     *
     * @return the balance after it
     * @throws IllegalStateException if it was deducted before
     */
    Optional<Points> deduct(PaymentDue due);

    /**
     * Gives back what was deducted for a payment; nothing if this amount never was.
     *
     * @return the balance after it
     * @throws IllegalStateException if it was given back before
     */
    Optional<Points> refund(PaymentDue due);
}
