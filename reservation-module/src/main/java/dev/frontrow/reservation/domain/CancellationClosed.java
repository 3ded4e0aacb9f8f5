package dev.frontrow.reservation.domain;

import java.time.Instant;

/** It is too late to give anything back, by the terms that the reservation was made under. */
public final class CancellationClosed extends ReservationRefused {

    private static final long serialVersionUID = 1L;

    public CancellationClosed(ReservationId id, Instant closesAt) {
        super("Reservation " + id + " could be cancelled until " + closesAt + ".");
    }
}
