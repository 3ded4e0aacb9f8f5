package dev.frontrow.payment;

import org.jmolecules.event.types.DomainEvent;

/**
 * Step 2 of paying: the reservation and its tickets are locked and can still be paid.
 *
 * <p>Issued by reservation; point follows, deducts the amount and answers with {@link PointsDeducted}.
 *
 * <p>In the payer's transaction; a throw vetoes the payment.
 */
public record TicketsLocked(PaymentDue due) implements DomainEvent {}
