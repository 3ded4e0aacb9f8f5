package dev.frontrow.concert.application.query;

import dev.frontrow.concert.RefundTerms;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;

/** Until when and for what fee a paid reservation that is made now can be cancelled. */
@Schema(name = "RefundTerms", description = "What holds for reservations made from now on.")
public record RefundTermsView(
        @Schema(
                type = "string",
                format = "duration",
                description = "How long before the start a paid reservation can't be cancelled any more.",
                example = "PT24H")
        Duration closesBeforeStart,

        @Schema(description = "How much of the amount is kept, rounded down to a point.", example = "10")
        int feePercent) {

    /** Shows the terms. */
    public static RefundTermsView of(RefundTerms terms) {
        return new RefundTermsView(terms.closesBeforeStart(), terms.feePercent());
    }
}
