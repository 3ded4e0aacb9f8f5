package dev.frontrow.reservation.domain;

import java.util.ArrayList;
import java.util.List;

/** Some of the seats asked for are held or sold; none was claimed. */
public final class SeatTaken extends ReservationRefused {

    private final ArrayList<SeatId> taken;

    public SeatTaken(List<SeatId> taken) {
        super("Taken: " + taken + ".");
        this.taken = new ArrayList<>(taken);
    }

    /** The seats that are taken, out of those asked for; at least one. */
    public List<SeatId> taken() {
        return List.copyOf(taken);
    }
}
