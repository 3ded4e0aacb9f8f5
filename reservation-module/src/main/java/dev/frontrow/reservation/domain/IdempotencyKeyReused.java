package dev.frontrow.reservation.domain;

/** The same user has sent the key with another wish before. */
public final class IdempotencyKeyReused extends ReservationRefused {

    public IdempotencyKeyReused() {
        super("The idempotency key belongs to an earlier reservation of other seats.");
    }
}
