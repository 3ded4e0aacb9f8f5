package dev.frontrow.edge;

import java.time.Duration;

/**
 * What was read from the database, to be shown for a moment.
 *
 * @param holds for how long, from when the reading began, nothing of it becomes wrong by the clock alone; what is written meanwhile
 *     is another matter
 */
public record Reading<V>(V value, Duration holds) {

    private static final Duration FOR_EVER = Duration.ofDays(365);

    /** Of what no clock changes. */
    public static <V> Reading<V> of(V value) {
        return new Reading<>(value, FOR_EVER);
    }
}
