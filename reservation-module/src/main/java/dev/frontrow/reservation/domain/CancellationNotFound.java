package dev.frontrow.reservation.domain;

/** The show is not cancelled. */
public final class CancellationNotFound extends ReservationRefused {

    private static final long serialVersionUID = 1L;

    public CancellationNotFound() {
        super("The schedule is not cancelled.");
    }
}
