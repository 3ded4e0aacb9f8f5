package dev.frontrow.payment.domain;

import dev.frontrow.payment.PaymentId;

/** A payment, as what it is right now; what can be done with it depends on that. */
public sealed interface Payment permits PendingPayment, PaidPayment, ExpiredPayment, CancelledPayment, RefundedPayment {

    Terms terms();

    default PaymentId id() {
        return terms().id();
    }
}
