package dev.frontrow.point.adapter.in.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

@Schema(name = "NewCharge", description = "Points to put on the account.")
record ChargeRequest(
        @NotNull @Min(1) @Schema(description = "Points, 1 to `frontrow.point.max-charge`.", example = "200000")
        Long amount) {}
