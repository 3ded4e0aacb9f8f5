package dev.frontrow.point.domain;

import dev.frontrow.payment.Points;

/** More points than one charge may have. */
public final class ChargeLimitExceeded extends PointRefused {

    private static final long serialVersionUID = 1L;

    private final transient Points limit;

    public ChargeLimitExceeded(Points amount, Points limit) {
        super("A charge is of at most " + limit + " points, not " + amount + ".");
        this.limit = limit;
    }

    /** What one charge may have at most. */
    public Points limit() {
        return limit;
    }
}
