package dev.frontrow.point.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Points that a user has put on their account.
 *
 * @param amount points, above 0
 * @param balance points on the account right after it, at least {@code amount}
 */
public record Charge(UUID id, long amount, long balance, Instant createdAt) {

    public Charge {
        if (amount <= 0) {
            throw new IllegalArgumentException("a charge must be of at least one point: " + amount);
        }
        if (balance < amount) {
            throw new IllegalArgumentException("a charge of " + amount + " can't leave a balance of " + balance);
        }
    }
}
