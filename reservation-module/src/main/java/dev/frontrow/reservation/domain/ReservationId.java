package dev.frontrow.reservation.domain;

import dev.frontrow.edge.Identifier;
import java.util.UUID;

/** Names a reservation. Opaque to clients; a UUID within. */
public record ReservationId(UUID value) implements Identifier {

    /** A new id, for a reservation that is about to be made. */
    public static ReservationId generate() {
        return new ReservationId(Identifier.generate());
    }

    /** Reads an id as a client sends it; one that can't be ours names nothing. */
    public static ReservationId of(String text) {
        return new ReservationId(Identifier.uuid(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
