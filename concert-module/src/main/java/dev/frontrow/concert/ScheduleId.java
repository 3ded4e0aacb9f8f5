package dev.frontrow.concert;

import dev.frontrow.edge.Identifier;
import java.util.UUID;

/** Names a schedule, one evening of a concert. Opaque to clients; a UUID within. */
public record ScheduleId(UUID value) implements Identifier {

    /** A new id, for a schedule that is about to be published. */
    public static ScheduleId generate() {
        return new ScheduleId(Identifier.generate());
    }

    /** Reads an id as a client sends it; one that can't be ours names nothing. */
    public static ScheduleId of(String text) {
        return new ScheduleId(Identifier.uuid(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
