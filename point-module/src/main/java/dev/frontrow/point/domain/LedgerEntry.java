package dev.frontrow.point.domain;

import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.Points;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a balance that is about to be written.
 *
 * @param amount points, signed: what it does to the balance
 * @param balanceAfter what is on the account right after it
 * @param reference the payment's id; of a charge its own
 * @param key of a charge, else null
 */
public record LedgerEntry(
        UUID id,
        UserId userId,
        Type type,
        long amount,
        Points balanceAfter,
        String reference,
        @Nullable IdempotencyKey key,
        Instant createdAt) {

    /** What changes a balance, but for refunds. */
    public enum Type {
        CHARGE,
        PAYMENT
    }
}
