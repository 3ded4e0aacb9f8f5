package dev.frontrow.reservation.domain;

import java.time.Instant;

/** The hold is over, or its seats went to somebody else after it was. */
public final class ReservationExpired extends ReservationRefused {

    public ReservationExpired(ReservationId id, Instant holdExpiresAt) {
        super("The hold of reservation " + id + " ended at " + holdExpiresAt + ".");
    }

    public ReservationExpired(ReservationId id) {
        super("The hold of reservation " + id + " ended, and its seats are no longer its own.");
    }
}
