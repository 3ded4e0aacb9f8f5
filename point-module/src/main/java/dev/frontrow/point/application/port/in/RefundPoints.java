package dev.frontrow.point.application.port.in;

import dev.frontrow.payment.PointsRefunded;
import dev.frontrow.payment.RefundRequested;

/** Gives what a payment took back to its payer. */
public interface RefundPoints {

    /**
     * Credits in the canceller's transaction, once a payment, however much the account then holds. A payment of nothing has
     * nothing to give back, and leaves no entry.
     *
     * @throws IllegalStateException if this payment has been refunded before, or this user never paid that amount for it
     */
    PointsRefunded refund(RefundRequested request);
}
