package dev.frontrow.payment.domain;

import dev.frontrow.payment.PaymentDue;
import dev.frontrow.payment.PaymentId;
import java.time.Instant;

/**
 * The part of a payment that never changes.
 *
 * @param admission what the line knows the payer by; never read here
 */
public record Terms(PaymentDue due, String admission, Instant createdAt) {

    public PaymentId id() {
        return due.paymentId();
    }
}
