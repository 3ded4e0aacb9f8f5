package dev.frontrow.point.application.port.in;

import dev.frontrow.payment.PointsDeducted;
import dev.frontrow.payment.TicketsLocked;
import dev.frontrow.point.domain.InsufficientPoints;

/** Takes what a payment costs off the payer's account. */
public interface DeductPoints {

    /**
     * Deducts in the payer's transaction, once a payment.
     *
     * @throws InsufficientPoints if there are too few
     * @throws IllegalStateException if this payment has been deducted before
     */
    PointsDeducted deduct(TicketsLocked tickets);
}
