package dev.frontrow.concert.adapter.in.web;

import static java.util.Objects.requireNonNullElse;

import dev.frontrow.concert.RefundTerms;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Refund terms as an admin sends them. */
@Schema(name = "NewRefundTerms", description = "Until when and for what fee a paid reservation can be cancelled.")
@Checked
record RefundTermsRequest(
        @Schema(
                type = "string",
                format = "duration",
                description = CLOSES_BEFORE_START,
                defaultValue = "PT0S",
                example = "PT24H")
        @Nullable
        Duration closesBeforeStart,

        @Schema(description = FEE_PERCENT, defaultValue = "0", example = "10")
        @Min(0)
        @Max(RefundTerms.FEE_PERCENT_MAX)
        @Nullable
        Integer feePercent)
        implements Checked.Request {

    static final String CLOSES_BEFORE_START =
            "How long before the start a paid reservation can't be cancelled any more: 0 to 365 days, in whole seconds.";
    static final String FEE_PERCENT = "How much of the amount is kept, rounded down to a point.";
    static final String DURATION_RULE = "must be an ISO-8601 duration of 0 to 365 days, in whole seconds";

    @Override
    public void check(Checked.Rules rules) {
        rules.rule(
                "closesBeforeStart",
                closesBeforeStart == null || RefundTerms.canClose(closesBeforeStart),
                DURATION_RULE);
    }

    RefundTerms toTerms() {
        var usual = RefundTerms.IN_FULL_UNTIL_START;
        return new RefundTerms(
                requireNonNullElse(closesBeforeStart, usual.closesBeforeStart()),
                requireNonNullElse(feePercent, usual.feePercent()));
    }
}
