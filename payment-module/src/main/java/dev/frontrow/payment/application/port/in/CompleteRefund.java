package dev.frontrow.payment.application.port.in;

import dev.frontrow.payment.PaymentRefunded;
import dev.frontrow.payment.PointsRefunded;

/** The last step of refunding: the points are back, the payment itself becomes refunded. */
public interface CompleteRefund {

    /**
     * Marks the payment refunded, in the canceller's transaction.
     *
     * @throws IllegalStateException if it is not paid, or of another amount
     */
    PaymentRefunded complete(PointsRefunded refunded);
}
