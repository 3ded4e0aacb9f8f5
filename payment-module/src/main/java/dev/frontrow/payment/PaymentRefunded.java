package dev.frontrow.payment;

import java.util.UUID;
import org.jmolecules.event.types.DomainEvent;

/**
 * Step 3 of refunding: the payment is refunded. Reservation, which asked for it, then frees the seats.
 *
 * <p>Issued by payment; nobody has to follow.
 *
 * <p>In the canceller's transaction. {@code amount} is in points.
 */
public record PaymentRefunded(PaymentId paymentId, UUID reservationId, String userId, long amount)
        implements DomainEvent {}
