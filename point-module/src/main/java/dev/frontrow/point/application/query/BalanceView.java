package dev.frontrow.point.application.query;

import io.swagger.v3.oas.annotations.media.Schema;

/** What is on an account. */
@Schema(name = "PointBalance", description = "What is on the account.")
public record BalanceView(
        @Schema(description = "Points.", example = "200000") long balance) {}
