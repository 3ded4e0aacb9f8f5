package dev.frontrow.point.domain;

import dev.frontrow.payment.Points;
import java.time.Instant;
import java.util.UUID;

/**
 * Points that a user has put on their account.
 *
 * @param amount above 0
 * @param balance what is on the account right after it, at least {@code amount}
 */
public record Charge(UUID id, Points amount, Points balance, Instant createdAt) {

    public Charge {
        if (amount.equals(Points.NONE)) {
            throw new IllegalArgumentException("a charge must be of at least one point");
        }
        if (balance.compareTo(amount) < 0) {
            throw new IllegalArgumentException("a charge of " + amount + " can't leave a balance of " + balance);
        }
    }
}
