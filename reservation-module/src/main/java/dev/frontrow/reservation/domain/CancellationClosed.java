package dev.frontrow.reservation.domain;

import java.time.Instant;

/** The evening has begun: from then on nothing is given back. */
public final class CancellationClosed extends ReservationRefused {

    private static final long serialVersionUID = 1L;

    public CancellationClosed(ReservationId id, Instant startsAt) {
        super("Reservation " + id + " could be cancelled until " + startsAt + ".");
    }
}
