package dev.frontrow.reservation.domain;

import java.util.List;

/** Some of the seats asked for are held, sold or blocked; none was claimed. */
public final class SeatTaken extends ReservationRefused {

    private static final long serialVersionUID = 1L;

    private final transient List<SeatId> taken;

    public SeatTaken(List<SeatId> taken) {
        super("Taken: " + taken + ".");
        this.taken = List.copyOf(taken);
    }

    /** The seats that are taken, out of those asked for; at least one. */
    public List<SeatId> taken() {
        return taken;
    }
}
