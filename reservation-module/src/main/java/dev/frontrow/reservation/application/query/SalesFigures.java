package dev.frontrow.reservation.application.query;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What has become of seats, and of the points for them. Each seat is counted in one of the five counts, so they add up to the
 * total.
 */
@Schema(name = "SalesFigures", description = "Seats by what has become of them, and points")
public record SalesFigures(
        int total,

        @Schema(description = "Sold to buyers") int sold,

        @Schema(description = "Given for nothing") int complimentary,

        @Schema(description = "Held, not paid yet, or kept for those who wait")
        int held,

        @Schema(description = "Not for sale") int blocked,

        @Schema(description = "Can be had") int available,

        @Schema(description = "In points: all that was ever paid")
        long revenue,

        @Schema(description = "In points: all of it that went back")
        long refunded) {

    /** Of no seat. */
    static final SalesFigures NONE = new SalesFigures(0, 0, 0, 0, 0, 0, 0, 0);

    public SalesFigures {
        if (sold + complimentary + held + blocked + available != total) {
            throw new IllegalArgumentException("the counts of " + total + " seats don't add up");
        }
    }

    SalesFigures keptForOthers() {
        return new SalesFigures(total, sold, complimentary, held + available, blocked, 0, revenue, refunded);
    }

    SalesFigures plus(SalesFigures more) {
        return new SalesFigures(
                total + more.total,
                sold + more.sold,
                complimentary + more.complimentary,
                held + more.held,
                blocked + more.blocked,
                available + more.available,
                revenue + more.revenue,
                refunded + more.refunded);
    }
}
