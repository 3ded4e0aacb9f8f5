package dev.frontrow.payment.domain;

import dev.frontrow.payment.PaymentId;

/** There is no such payment, or it is somebody else's, which nobody is to learn. */
public final class PaymentNotFound extends PaymentRefused {

    private static final long serialVersionUID = 1L;

    public PaymentNotFound(PaymentId id) {
        super("You have no payment of this id.");
    }

    /** For a text that can't be the id of any payment. */
    public PaymentNotFound() {
        super("You have no payment of this id.");
    }
}
