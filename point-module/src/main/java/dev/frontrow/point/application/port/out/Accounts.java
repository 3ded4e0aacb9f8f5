package dev.frontrow.point.application.port.out;

import dev.frontrow.payment.PaymentId;
import dev.frontrow.point.domain.Charge;
import dev.frontrow.point.domain.IdempotencyKey;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All accounts. Every change writes its ledger entry in the same statement, and the account stays locked until the
 * transaction ends.
 */
public interface Accounts {

    /**
     * Charges, opening the account if there is none; nothing if it would hold more than {@code maxBalance} then.
     *
     * @throws KeyTaken if there is a charge under this key; the transaction is good for nothing but a rollback then
     */
    Optional<Charge> charge(String userId, IdempotencyKey key, long amount, long maxBalance);

    /** The charge that a user made under a key. */
    Optional<Charge> chargeUnder(String userId, IdempotencyKey key);

    /** Points of a user; 0 for one never seen. */
    long balance(String userId);

    /** Points of a user, locked; 0 for one never seen. */
    long lockedBalance(String userId);

    /**
     * Deducts for a payment; nothing if there are too few points.
     *
     * @return the balance after it
     * @throws IllegalStateException if it was deducted before
     */
    OptionalLong deduct(PaymentId payment, String userId, long amount);

    /**
     * Gives back what was deducted for a payment; nothing if this amount never was.
     *
     * @return the balance after it
     * @throws IllegalStateException if it was given back before
     */
    OptionalLong refund(PaymentId payment, String userId, long amount);

    /** There is a charge under this key already. */
    final class KeyTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public KeyTaken(IdempotencyKey key, Throwable cause) {
            super("there is a charge under the key " + key, cause);
        }
    }
}
