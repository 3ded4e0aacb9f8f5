package dev.frontrow.payment;

import java.time.Instant;
import java.util.UUID;

/**
 * What a payment is opened for.
 *
 * @param amount points to pay, above 0
 * @param payableUntil from this instant on (by the database's clock) it can't be paid any more
 * @param admission what the line knows the payer by; kept and given back in {@link PaymentCompleted}, never read
 */
public record PaymentOpening(
        PaymentId paymentId, UUID reservationId, String userId, long amount, Instant payableUntil, String admission) {

    public PaymentOpening {
        if (amount <= 0) {
            throw new IllegalArgumentException("a payment must be of at least one point: " + amount);
        }
    }
}
