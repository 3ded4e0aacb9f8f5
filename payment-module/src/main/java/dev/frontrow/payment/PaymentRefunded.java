package dev.frontrow.payment;

import org.jmolecules.event.types.DomainEvent;

/**
 * Step 3 of refunding: the payment is refunded. Reservation, which asked for it, then frees the seats.
 *
 * <p>Issued by payment; nobody has to follow.
 *
 * <p>In the canceller's transaction.
 */
public record PaymentRefunded(PaymentDue due) implements DomainEvent {}
