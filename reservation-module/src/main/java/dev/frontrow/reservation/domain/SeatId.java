package dev.frontrow.reservation.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.frontrow.edge.Identifier;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names a seat. Opaque to clients; a number within, ascending in the order of the layout. */
public record SeatId(long value) implements Identifier, Comparable<SeatId> {

    private static final Pattern CANONICAL = Pattern.compile("[1-9][0-9]{0,18}");

    /**
     * Reads an id as a client sends it. One that can't be ours (only canonical decimals are) becomes a number below zero,
     * which no seat has; another text becomes another number, because two such texts are not one seat given twice.
     */
    public static SeatId of(String text) {
        if (CANONICAL.matcher(text).matches()) {
            try {
                return new SeatId(Long.parseLong(text));
            } catch (NumberFormatException tooLarge) {
                return nothing(text);
            }
        }
        return nothing(text);
    }

    private static SeatId nothing(String text) {
        return new SeatId(UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).getMostSignificantBits() | Long.MIN_VALUE);
    }

    @Override
    public int compareTo(SeatId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
