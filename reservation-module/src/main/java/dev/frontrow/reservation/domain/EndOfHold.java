package dev.frontrow.reservation.domain;

import dev.frontrow.edge.Identifier;
import java.time.Instant;

/** When a reservation's hold ends or has ended, and whose it is: the place of a reservation among all in the order of their ends. */
public record EndOfHold(Instant at, ReservationId id) {

    /** Before all others. */
    public static final EndOfHold NONE = new EndOfHold(Instant.EPOCH, new ReservationId(Identifier.NOTHING));
}
