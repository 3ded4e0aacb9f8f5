package dev.frontrow.payment;

import java.util.UUID;
import org.jmolecules.event.types.DomainEvent;

/**
 * Step 4 of paying: the tickets are paid and the seats are sold.
 *
 * <p>Issued by reservation; payment follows, marks itself paid and answers with {@link PaymentCompleted}.
 *
 * <p>In the payer's transaction; a throw vetoes the payment. {@code amount} and {@code balance} (the account after the
 * payment) are in points.
 */
public record SeatsConfirmed(PaymentId paymentId, UUID reservationId, String userId, long amount, long balance)
        implements DomainEvent {}
