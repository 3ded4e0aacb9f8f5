package dev.frontrow.payment.adapter.in.web;

import dev.frontrow.payment.application.query.PaymentStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(name = "Payment", description = "A payment of a reservation.")
record PaymentResponse(
        @Schema(example = "3f0a4c1e-6f0e-4c67-9a53-0b6f1f9d2a11")
        String id,

        @Schema(example = "9c1f2b1a-55a0-4a5e-8a8f-6d0b9b7c2e10")
        String reservationId,

        @Schema(description = "PENDING: can be paid. CANCELLED: released, or its time is over.", example = "PENDING")
        PaymentStatus status,

        @Schema(description = "Points.", example = "160000") long amount,
        @Schema(example = "2026-12-01T10:00:00Z") Instant createdAt,

        @Schema(description = "Null unless it is paid, or was before it was refunded.", nullable = true) @Nullable
        Instant paidAt) {}
