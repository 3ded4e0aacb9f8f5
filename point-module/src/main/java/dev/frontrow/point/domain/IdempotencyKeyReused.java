package dev.frontrow.point.domain;

/** The key names another charge of this user already. */
public final class IdempotencyKeyReused extends PointRefused {

    private static final long serialVersionUID = 1L;

    public IdempotencyKeyReused(IdempotencyKey key, long firstAmount, long amount) {
        super("The key " + key + " was used for a charge of " + firstAmount + " points, not " + amount + ".");
    }
}
