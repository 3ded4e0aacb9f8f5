package dev.frontrow.payment.application.query;

import dev.frontrow.payment.PaymentId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as its user sees it.
 *
 * @param amount points
 * @param paidAt null unless it is paid, or was before it was refunded
 */
@Schema(name = "Payment", description = "A payment of a reservation.")
public record PaymentView(
        @Schema(example = "3f0a4c1e-6f0e-4c67-9a53-0b6f1f9d2a11")
        PaymentId id,

        @Schema(example = "9c1f2b1a-55a0-4a5e-8a8f-6d0b9b7c2e10")
        UUID reservationId,

        @Schema(description = "PENDING: can be paid. CANCELLED: released, or its time is over.", example = "PENDING")
        PaymentStatus status,

        @Schema(description = "Points.", example = "160000") long amount,
        @Schema(example = "2026-12-01T10:00:00Z") Instant createdAt,

        @Schema(description = "Null unless it is paid, or was before it was refunded.", nullable = true) @Nullable
        Instant paidAt) {}
