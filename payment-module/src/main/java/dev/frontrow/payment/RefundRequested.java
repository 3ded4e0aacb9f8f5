package dev.frontrow.payment;

import java.util.UUID;
import org.jmolecules.event.types.DomainEvent;

/**
 * Step 1 of refunding: a paid payment is to be given back; it is locked, and so is its reservation.
 *
 * <p>Issued by payment; point follows, gives the amount back and answers with {@link PointsRefunded}.
 *
 * <p>In the canceller's transaction; a throw vetoes the refund. {@code amount} is in points.
 */
public record RefundRequested(PaymentId paymentId, UUID reservationId, String userId, long amount)
        implements DomainEvent {}
