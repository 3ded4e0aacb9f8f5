package dev.frontrow.reservation.domain;

/** There is no such reservation, or it is somebody else's. */
public final class ReservationNotFound extends ReservationRefused {

    private static final long serialVersionUID = 1L;

    public ReservationNotFound() {
        super("There is no such reservation.");
    }
}
