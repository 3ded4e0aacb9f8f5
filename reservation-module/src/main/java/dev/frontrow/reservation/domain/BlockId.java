package dev.frontrow.reservation.domain;

import dev.frontrow.edge.Identifier;
import java.util.UUID;

/** Names a block of seats. Opaque to clients; a UUID within. */
public record BlockId(UUID value) implements Identifier {

    /** A new id, for a block that is about to be made. */
    public static BlockId generate() {
        return new BlockId(Identifier.generate());
    }

    /** Reads an id as a client sends it; one that can't be ours names nothing. */
    public static BlockId of(String text) {
        return new BlockId(Identifier.uuid(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
