package dev.frontrow.payment;

import org.jmolecules.event.types.DomainEvent;

/**
 * Step 4 of paying: the tickets are paid and the seats are sold.
 *
 * <p>Issued by reservation; payment follows, marks itself paid and answers with {@link PaymentCompleted}.
 *
 * <p>In the payer's transaction; a throw vetoes the payment. {@code balance} is the account after the payment.
 */
public record SeatsConfirmed(PaymentDue due, Points balance) implements DomainEvent {}
