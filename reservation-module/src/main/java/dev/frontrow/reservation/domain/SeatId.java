package dev.frontrow.reservation.domain;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names a seat. Opaque to clients; a number within, ascending in the order of the layout. */
public record SeatId(long value) implements Comparable<SeatId>, Serializable {

    private static final Pattern CANONICAL = Pattern.compile("[1-9][0-9]{0,18}");

    /**
     * Reads an id as a client sends it.
     *
     * @return the id, or nothing where {@code text} can't be one of ours (only canonical decimals are)
     */
    public static Optional<SeatId> parse(String text) {
        if (!CANONICAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SeatId(Long.parseLong(text)));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
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
