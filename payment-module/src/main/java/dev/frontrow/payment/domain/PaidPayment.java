package dev.frontrow.payment.domain;

import dev.frontrow.payment.RefundRequested;
import java.time.Instant;

/**
 * A payment that is paid.
 *
 * @param balance the payer's points after paying, not negative
 */
public record PaidPayment(Terms terms, Instant paidAt, long balance) implements Payment {

    public PaidPayment {
        if (balance < 0) {
            throw new IllegalArgumentException("nobody can pay with points that are not there: " + balance);
        }
    }

    /** What the payer gets to see; the same however often it is asked for. */
    public Receipt receipt() {
        return new Receipt(terms.id(), terms.reservationId(), terms.amount(), terms.createdAt(), paidAt, balance);
    }

    /** Asks for the whole amount to be given back. */
    public RefundRequested refundRequested() {
        return new RefundRequested(terms.id(), terms.reservationId(), terms.userId(), terms.amount());
    }
}
