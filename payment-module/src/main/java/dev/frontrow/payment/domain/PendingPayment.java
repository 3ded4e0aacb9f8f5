package dev.frontrow.payment.domain;

import dev.frontrow.payment.PaymentRequested;
import java.util.List;

/** A payment that can still be paid. */
public record PendingPayment(Terms terms) implements Payment {

    /** Asks, for all of these together, for everything that paying takes; {@code alone} where one payer does alone. */
    public static PaymentRequested requested(List<PendingPayment> payments, boolean alone) {
        return new PaymentRequested(
                payments.stream().map(payment -> payment.terms.due()).toList(), alone);
    }
}
