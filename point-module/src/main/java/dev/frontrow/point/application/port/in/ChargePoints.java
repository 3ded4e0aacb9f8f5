package dev.frontrow.point.application.port.in;

import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.Points;
import dev.frontrow.point.domain.Charge;

/** Puts points on a user's account. */
public interface ChargePoints {

    /**
     * Charges once, however often and from however many at once the order is given under its key: a twin waits for the
     * first and is shown its charge. A refusal leaves the key free.
     *
     * @throws dev.frontrow.edge.IdempotencyKeyReused if the key names a charge of another amount
     * @throws dev.frontrow.point.domain.PointRefused if the charge or the balance would be too large
     */
    Charged charge(Order order);

    /**
     * What a user wants charged.
     *
     * @param amount above 0
     */
    record Order(UserId userId, IdempotencyKey key, Points amount) {

        public Order {
            if (amount.equals(Points.NONE)) {
                throw new IllegalArgumentException("a charge must be of at least one point");
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
