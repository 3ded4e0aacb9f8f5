package dev.frontrow.concert;

import java.util.Optional;
import java.util.UUID;

/** Names a concert. Opaque to clients; a UUID within. */
public record ConcertId(UUID value) {

    /**
     * Reads an id as a client sends it.
     *
     * @return the id, or nothing where {@code text} can't be one of ours (only the canonical lower-case form is)
     */
    public static Optional<ConcertId> parse(String text) {
        try {
            var uuid = UUID.fromString(text);
            return uuid.toString().equals(text) ? Optional.of(new ConcertId(uuid)) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
