package dev.frontrow.payment.domain;

import dev.frontrow.payment.PaymentId;
import java.time.Instant;
import java.util.UUID;

/**
 * The proof that a payment is paid.
 *
 * @param amount points that were paid
 * @param balance points that were left
 */
public record Receipt(PaymentId id, UUID reservationId, long amount, Instant createdAt, Instant paidAt, long balance) {}
