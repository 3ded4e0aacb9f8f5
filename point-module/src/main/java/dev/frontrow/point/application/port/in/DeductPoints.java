package dev.frontrow.point.application.port.in;

import dev.frontrow.payment.PointsDeducted;
import dev.frontrow.payment.TicketsLocked;
import dev.frontrow.point.domain.InsufficientPoints;

/** Takes what payments cost off the payers' accounts. */
public interface DeductPoints {

    /**
     * Deducts in the payers' transaction, once a payment; leaves out those for which there are too few points.
     *
     * @throws InsufficientPoints if one payer asked alone, and there are too few
     * @throws org.springframework.dao.DataIntegrityViolationException if a payment has been deducted before
     */
    PointsDeducted deduct(TicketsLocked tickets);
}
