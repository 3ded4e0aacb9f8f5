package dev.frontrow.payment;

import java.util.List;
import org.jmolecules.event.types.DomainEvent;

/**
 * Step 4 of paying: the tickets are paid and the seats are sold.
 *
 * <p>Issued by reservation; payment follows, marks the payments paid and answers with a {@link PaymentCompleted} for each.
 *
 * <p>In the payers' transaction; a throw vetoes all of it. From here on no payment can be left out any more: its points are
 * deducted.
 *
 * @param alone as in {@link PaymentRequested}
 */
public record SeatsConfirmed(List<DeductedPayment> payments, boolean alone) implements DomainEvent {

    public SeatsConfirmed {
        payments = List.copyOf(payments);
    }
}
