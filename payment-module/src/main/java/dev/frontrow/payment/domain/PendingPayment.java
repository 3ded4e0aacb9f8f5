package dev.frontrow.payment.domain;

import dev.frontrow.payment.PaymentRequested;

/** A payment that can still be paid. */
public record PendingPayment(Terms terms) implements Payment {

    /** Asks for everything that paying takes. */
    public PaymentRequested requested() {
        return new PaymentRequested(terms.due());
    }
}
