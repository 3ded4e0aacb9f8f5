package dev.frontrow.payment.domain;

import dev.frontrow.payment.PaymentId;
import java.time.Instant;
import java.util.UUID;

/**
 * What is to be paid, by whom and for what; the part of a payment that never changes.
 *
 * @param amount points, above 0
 */
public record Terms(PaymentId id, UUID reservationId, String userId, long amount, Instant createdAt) {

    public Terms {
        if (amount <= 0) {
            throw new IllegalArgumentException("a payment must be of at least one point: " + amount);
        }
    }
}
