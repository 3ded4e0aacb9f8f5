package dev.frontrow.payment;

import java.time.Instant;
import java.util.UUID;
import org.jmolecules.event.types.DomainEvent;

/**
 * Step 5 of paying: the payment is paid, for good.
 *
 * <p>Issued by payment; queue follows and ends the token that was paid with, named by {@code admission}, which payment
 * got when it was opened and does not look into.
 *
 * <p>Delivered after the commit, at least once, in no order: listeners must be idempotent.
 */
public record PaymentCompleted(
        PaymentId paymentId, UUID reservationId, String userId, long amount, String admission, Instant paidAt)
        implements DomainEvent {}
