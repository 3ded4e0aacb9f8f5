package dev.frontrow.payment.domain;

import dev.frontrow.payment.PaymentRefunded;

/** A payment that was paid and given back. */
public record RefundedPayment(Terms terms) implements Payment {

    /** Tells that it is given back. */
    public PaymentRefunded refunded() {
        return new PaymentRefunded(terms.due());
    }
}
