package dev.frontrow.payment;

import java.util.List;
import org.jmolecules.event.types.DomainEvent;

/**
 * Step 1 of paying: some want to pay, each payment is locked and still payable.
 *
 * <p>Issued by payment; reservation follows, locks reservations and tickets and answers with {@link TicketsLocked}.
 *
 * <p>In the payers' transaction; a throw vetoes all of it. Each step leaves out whom it refuses and goes on with the others;
 * where one payer asks alone, it throws the refusal. Who is left out is asked for alone afterwards.
 *
 * @param payments in the order in which they came; not empty
 * @param alone whether the transaction serves one payer alone, who hears a refusal
 */
public record PaymentRequested(List<PaymentDue> payments, boolean alone) implements DomainEvent {

    public PaymentRequested {
        payments = List.copyOf(payments);
    }
}
