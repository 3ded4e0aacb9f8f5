package dev.frontrow.point.adapter.in.web;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "PointBalance", description = "What is on the account.")
record BalanceResponse(
        @Schema(description = "Points.", example = "200000") long balance) {}
