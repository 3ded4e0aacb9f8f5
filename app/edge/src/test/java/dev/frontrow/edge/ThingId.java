package dev.frontrow.edge;

import java.util.UUID;

/** An identifier as modules have them. */
public record ThingId(UUID value) implements Identifier {

    public static ThingId of(String text) {
        return new ThingId(Identifier.uuid(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
