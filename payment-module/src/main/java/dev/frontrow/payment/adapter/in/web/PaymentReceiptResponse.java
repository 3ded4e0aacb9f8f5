package dev.frontrow.payment.adapter.in.web;

import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.application.query.PaymentStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

@Schema(name = "PaymentReceipt", description = "A payment that is paid, with the points that were left.")
record PaymentReceiptResponse(
        @Schema(example = "3f0a4c1e-6f0e-4c67-9a53-0b6f1f9d2a11")
        PaymentId id,

        @Schema(example = "9c1f2b1a-55a0-4a5e-8a8f-6d0b9b7c2e10")
        UUID reservationId,

        @Schema(example = "PAID") PaymentStatus status,
        @Schema(description = "Points.", example = "160000") long amount,
        @Schema(example = "2026-12-01T10:00:00Z") Instant createdAt,
        @Schema(example = "2026-12-01T10:02:00Z") Instant paidAt,

        @Schema(description = "The user's points right after this payment.", example = "40000")
        long balance) {}
