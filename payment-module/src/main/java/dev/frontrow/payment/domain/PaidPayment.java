package dev.frontrow.payment.domain;

import dev.frontrow.payment.PaymentCompleted;
import dev.frontrow.payment.Points;
import dev.frontrow.payment.RefundRequested;
import java.time.Instant;

/**
 * A payment that is paid.
 *
 * @param balance the payer's points after paying
 */
public record PaidPayment(Terms terms, Instant paidAt, Points balance) implements Payment {

    /** Tells that it is paid, for good. */
    public PaymentCompleted completed() {
        var due = terms.due();
        return new PaymentCompleted(
                due.paymentId(),
                due.reservationId(),
                due.userId().value(),
                due.amount().amount(),
                terms.admission(),
                paidAt);
    }

    /** What the payer gets to see; the same however often it is asked for. */
    public Receipt receipt() {
        var due = terms.due();
        return new Receipt(due.paymentId(), due.reservationId(), due.amount(), terms.createdAt(), paidAt, balance);
    }

    /** Asks for the amount less a fee to be given back. */
    public RefundRequested refundRequested(Points fee) {
        if (fee.compareTo(terms.due().amount()) > 0) {
            throw new IllegalArgumentException("a fee of " + fee + " is more than was paid: " + terms.due());
        }
        return new RefundRequested(terms.due(), fee);
    }
}
