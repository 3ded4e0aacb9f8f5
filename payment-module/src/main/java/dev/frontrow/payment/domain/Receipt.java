package dev.frontrow.payment.domain;

import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.Points;
import java.time.Instant;
import java.util.UUID;

/**
 * The proof that a payment is paid.
 *
 * @param amount what was paid
 * @param balance what was left
 */
public record Receipt(
        PaymentId id, UUID reservationId, Points amount, Instant createdAt, Instant paidAt, Points balance) {}
