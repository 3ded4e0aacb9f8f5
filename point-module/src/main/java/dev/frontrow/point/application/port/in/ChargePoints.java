package dev.frontrow.point.application.port.in;

import dev.frontrow.point.domain.Charge;
import dev.frontrow.point.domain.IdempotencyKey;
import dev.frontrow.point.domain.PointRefused;

/** Puts points on a user's account. */
public interface ChargePoints {

    /**
     * Charges once, however often and from however many at once the order is given under its key: a twin waits for the
     * first and is shown its charge. A refusal leaves the key free.
     *
     * @throws PointRefused if the key names a charge of another amount, or the charge or the balance would be too large
     */
    Charged charge(Order order);

    /**
     * What a user wants charged.
     *
     * @param amount points, above 0
     */
    record Order(String userId, IdempotencyKey key, long amount) {

        public Order {
            if (amount <= 0) {
                throw new IllegalArgumentException("a charge must be of at least one point: " + amount);
            }
        }
    }

    /**
     * What has been charged for an order.
     *
     * @param replayed whether it had been charged before
     */
    record Charged(Charge charge, boolean replayed) {}
}
