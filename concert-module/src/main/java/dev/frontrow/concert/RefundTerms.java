package dev.frontrow.concert;

import java.time.Duration;

/**
 * Until when somebody who has paid may change their mind, and what that costs.
 *
 * @param closesBeforeStart how long before the start it is too late; 0 to 365 days, in whole seconds
 * @param feePercent how much of the amount is kept; 0 to 100
 */
public record RefundTerms(Duration closesBeforeStart, int feePercent) {

    /** The earliest that it can be too late. */
    public static final Duration CLOSES_BEFORE_START_MAX = Duration.ofDays(365);

    /** The most that can be kept: all of it. */
    public static final int FEE_PERCENT_MAX = 100;

    /** Until the start, all of it goes back: what holds where a concert says nothing else. */
    public static final RefundTerms IN_FULL_UNTIL_START = new RefundTerms(Duration.ZERO, 0);

    public RefundTerms {
        if (!canClose(closesBeforeStart)) {
            throw new IllegalArgumentException("a refund can't close " + closesBeforeStart + " before the start");
        }
        if (feePercent < 0 || feePercent > FEE_PERCENT_MAX) {
            throw new IllegalArgumentException("a fee can't be " + feePercent + " percent");
        }
    }

    /** Whether it can be too late so long before a start. */
    public static boolean canClose(Duration beforeStart) {
        return !beforeStart.isNegative()
                && beforeStart.compareTo(CLOSES_BEFORE_START_MAX) <= 0
                && beforeStart.getNano() == 0;
    }
}
