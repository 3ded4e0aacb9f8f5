package dev.frontrow.reservation.domain;

/** There is no such reservation, or it is somebody else's. */
public final class ReservationNotFound extends ReservationRefused {

    public ReservationNotFound() {
        super("There is no such reservation.");
    }
}
