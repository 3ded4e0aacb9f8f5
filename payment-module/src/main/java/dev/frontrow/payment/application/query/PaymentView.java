package dev.frontrow.payment.application.query;

import dev.frontrow.payment.PaymentId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as its user sees it.
 *
 * @param amount points
 * @param paidAt null unless it is paid, or was before it was refunded
 */
public record PaymentView(
        PaymentId id,
        UUID reservationId,
        PaymentStatus status,
        long amount,
        Instant createdAt,
        @Nullable Instant paidAt) {}
