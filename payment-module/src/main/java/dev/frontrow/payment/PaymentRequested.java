package dev.frontrow.payment;

import java.util.UUID;
import org.jmolecules.event.types.DomainEvent;

/**
 * Step 1 of paying: somebody wants to pay, the payment is locked and still payable.
 *
 * <p>Issued by payment; reservation follows, locks reservation and tickets and answers with {@link TicketsLocked}.
 *
 * <p>In the payer's transaction; a throw vetoes the payment. {@code amount} is in points.
 */
public record PaymentRequested(PaymentId paymentId, UUID reservationId, String userId, long amount)
        implements DomainEvent {}
