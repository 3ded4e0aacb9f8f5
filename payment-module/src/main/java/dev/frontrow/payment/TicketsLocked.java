package dev.frontrow.payment;

import java.util.List;
import org.jmolecules.event.types.DomainEvent;

/**
 * Step 2 of paying: the reservations and their tickets are locked and can still be paid.
 *
 * <p>Issued by reservation; point follows, deducts the amounts and answers with {@link PointsDeducted}.
 *
 * <p>In the payers' transaction; a throw vetoes all of it, a refused payment is left out as {@link PaymentRequested} says.
 *
 * @param alone as in {@link PaymentRequested}
 */
public record TicketsLocked(List<PaymentDue> payments, boolean alone) implements DomainEvent {

    public TicketsLocked {
        payments = List.copyOf(payments);
    }
}
