package dev.frontrow.point.adapter.in.web;

import dev.frontrow.point.domain.Charge;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

@Schema(name = "Charge", description = "Points that were put on the account.")
record ChargeResponse(
        @Schema(example = "1c2f7f1e-4a3b-4c39-8f49-1b0f64e8a5d7")
        UUID id,

        @Schema(description = "Points.", example = "200000") long amount,

        @Schema(description = "Points on the account right after this charge.", example = "240000")
        long balance,

        @Schema(example = "2026-12-01T09:58:00Z") Instant createdAt) {

    static ChargeResponse from(Charge charge) {
        return new ChargeResponse(
                charge.id(), charge.amount().amount(), charge.balance().amount(), charge.createdAt());
    }
}
