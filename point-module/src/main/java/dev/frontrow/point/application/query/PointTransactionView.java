package dev.frontrow.point.application.query;

import java.time.Instant;
import java.util.UUID;

/**
 * A change of a balance, as the account's owner sees it.
 *
 * @param amount points, signed
 * @param reference the payment's id; of a charge its own
 */
public record PointTransactionView(
        UUID id, PointTransactionType type, long amount, long balanceAfter, String reference, Instant createdAt) {}
