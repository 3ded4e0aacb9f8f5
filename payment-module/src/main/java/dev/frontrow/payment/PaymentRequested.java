package dev.frontrow.payment;

import org.jmolecules.event.types.DomainEvent;

/**
 * Step 1 of paying: somebody wants to pay, the payment is locked and still payable.
 *
 * <p>Issued by payment; reservation follows, locks reservation and tickets and answers with {@link TicketsLocked}.
 *
 * <p>In the payer's transaction; a throw vetoes the payment.
 */
public record PaymentRequested(PaymentDue due) implements DomainEvent {}
