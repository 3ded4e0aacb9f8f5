package dev.frontrow.point.application.query;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/**
 * A change of a balance, as the account's owner sees it.
 *
 * @param amount points, signed
 * @param reference the payment's id; of a charge its own
 */
@Schema(name = "PointTransaction", description = "A change of the balance.")
public record PointTransactionView(
        @Schema(example = "7e1e9a34-5f0b-4b38-9a63-0f3c3c1b6a02")
        UUID id,

        @Schema(example = "PAYMENT") PointTransactionType type,

        @Schema(description = "Points, signed.", example = "-160000")
        long amount,

        @Schema(description = "Points on the account right after it.", example = "40000")
        long balanceAfter,

        @Schema(
                description = "The payment's id; of a charge its own.",
                example = "3f0a4c1e-6f0e-4c67-9a53-0b6f1f9d2a11")
        String reference,

        @Schema(example = "2026-12-01T10:02:00Z") Instant createdAt) {}
