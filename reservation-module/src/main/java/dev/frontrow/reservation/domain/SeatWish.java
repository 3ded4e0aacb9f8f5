package dev.frontrow.reservation.domain;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What somebody waits for: some seats of one section, all or none.
 *
 * @param seats at least 1
 * @param sections those that will do; none where all will
 */
public record SeatWish(int seats, SortedSet<String> sections) {

    public SeatWish {
        sections = Collections.unmodifiableSortedSet(new TreeSet<>(sections));
        if (seats < 1) {
            throw new IllegalArgumentException("a wish must be for at least one seat: " + seats);
        }
    }

    /** Whether seats of that section will do. */
    boolean takes(String section) {
        return sections.isEmpty() || sections.contains(section);
    }
}
