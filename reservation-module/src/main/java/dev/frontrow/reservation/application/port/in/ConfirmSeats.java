package dev.frontrow.reservation.application.port.in;

import dev.frontrow.reservation.domain.ReservationId;

/** The reservation's second part in paying: the points are there, so the tickets are paid and the seats sold. */
public interface ConfirmSeats {

    /** Sells the seats in the caller's transaction, which is required; refuses where one of them is somebody else's now. */
    void confirm(ReservationId id);
}
