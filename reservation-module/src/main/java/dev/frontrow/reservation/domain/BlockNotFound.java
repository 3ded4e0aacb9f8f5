package dev.frontrow.reservation.domain;

/** There is no such block, or not any more. */
public final class BlockNotFound extends ReservationRefused {

    private static final long serialVersionUID = 1L;

    public BlockNotFound() {
        super("There is no such block.");
    }
}
