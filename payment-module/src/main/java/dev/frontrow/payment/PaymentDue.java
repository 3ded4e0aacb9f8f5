package dev.frontrow.payment;

import dev.frontrow.edge.UserId;
import java.util.UUID;

/**
 * What a payment is of, the same in each step of paying and of refunding.
 *
 * @param amount 0 where nothing is to be paid: it goes through the same steps, and the ledger has no entry of it
 */
public record PaymentDue(PaymentId paymentId, UUID reservationId, UserId userId, Points amount) {

    /** Whether there is nothing to pay, and nothing to give back. */
    public boolean isOfNothing() {
        return amount.equals(Points.NONE);
    }
}
