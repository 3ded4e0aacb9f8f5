package dev.frontrow.concert;

import dev.frontrow.edge.Identifier;
import java.util.UUID;

/** Names a concert. Opaque to clients; a UUID within. */
public record ConcertId(UUID value) implements Identifier {

    /** A new id, for a concert that is about to be published. */
    public static ConcertId generate() {
        return new ConcertId(Identifier.generate());
    }

    /** Reads an id as a client sends it; one that can't be ours names nothing. */
    public static ConcertId of(String text) {
        return new ConcertId(Identifier.uuid(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
