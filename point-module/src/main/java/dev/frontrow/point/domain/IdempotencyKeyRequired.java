package dev.frontrow.point.domain;

/** A charge without a key could happen twice. */
public final class IdempotencyKeyRequired extends PointRefused {

    private static final long serialVersionUID = 1L;

    public IdempotencyKeyRequired() {
        super("A charge needs an Idempotency-Key.");
    }
}
