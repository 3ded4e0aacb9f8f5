package dev.frontrow.payment;

import java.util.List;
import org.jmolecules.event.types.DomainEvent;

/**
 * Step 3 of paying: the points are deducted and the ledger says so.
 *
 * <p>Issued by point; reservation follows, marks the tickets paid, confirms the seats and answers with {@link
 * SeatsConfirmed}. Its compensation is {@link PointsRefunded}.
 *
 * <p>In the payers' transaction; a throw vetoes all of it, a refused payment is left out as {@link PaymentRequested} says.
 *
 * @param alone as in {@link PaymentRequested}
 */
public record PointsDeducted(List<DeductedPayment> payments, boolean alone) implements DomainEvent {

    public PointsDeducted {
        payments = List.copyOf(payments);
    }
}
