package dev.frontrow.payment;

import dev.frontrow.edge.UserId;
import java.util.UUID;

/**
 * What a payment is of, the same in each step of paying and of refunding.
 *
 * @param amount above 0
 */
public record PaymentDue(PaymentId paymentId, UUID reservationId, UserId userId, Points amount) {

    public PaymentDue {
        if (amount.equals(Points.NONE)) {
            throw new IllegalArgumentException("a payment must be of at least one point");
        }
    }
}
