package dev.frontrow.payment;

import org.jmolecules.event.types.DomainEvent;

/**
 * Step 1 of refunding: a paid payment is to be given back; it is locked, and so is its reservation.
 *
 * <p>Issued by payment; point follows, gives the amount less the fee back and answers with {@link PointsRefunded}.
 *
 * <p>In the canceller's transaction; a throw vetoes the refund.
 *
 * @param fee what is kept of the amount, possibly all of it
 */
public record RefundRequested(PaymentDue due, Points fee) implements DomainEvent {

    /** What goes back: where it is nothing, the ledger has no entry of it. */
    public Points back() {
        return due.amount().minus(fee);
    }
}
