package dev.frontrow.point.domain;

/** More points than one charge may have. */
public final class ChargeLimitExceeded extends PointRefused {

    private static final long serialVersionUID = 1L;

    private final long limit;

    public ChargeLimitExceeded(long amount, long limit) {
        super("A charge is of at most " + limit + " points, not " + amount + ".");
        this.limit = limit;
    }

    /** Points one charge may have at most. */
    public long limit() {
        return limit;
    }
}
