package dev.frontrow.reservation.domain;

import java.util.Optional;
import java.util.UUID;

/** Names a reservation. Opaque to clients; a UUID within. */
public record ReservationId(UUID value) {

    /** A new id, for a reservation that is about to be made. */
    public static ReservationId random() {
        return new ReservationId(UUID.randomUUID());
    }

    /**
     * Reads an id as a client sends it.
     *
     * @return the id, or nothing where {@code text} can't be one of ours (only the canonical lower-case form is)
     */
    public static Optional<ReservationId> parse(String text) {
        try {
            var uuid = UUID.fromString(text);
            return uuid.toString().equals(text) ? Optional.of(new ReservationId(uuid)) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
