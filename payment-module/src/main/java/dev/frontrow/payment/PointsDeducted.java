package dev.frontrow.payment;

import java.util.UUID;
import org.jmolecules.event.types.DomainEvent;

/**
 * Step 3 of paying: the points are deducted and the ledger says so.
 *
 * <p>Issued by point; reservation follows, marks the tickets paid, confirms the seats and answers with {@link
 * SeatsConfirmed}. Its compensation is {@link PointsRefunded}.
 *
 * <p>In the payer's transaction; a throw vetoes the payment. {@code amount} and {@code balance} (the account after it) are
 * in points.
 */
public record PointsDeducted(PaymentId paymentId, UUID reservationId, String userId, long amount, long balance)
        implements DomainEvent {}
