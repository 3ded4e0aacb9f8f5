package dev.frontrow.queue;

import java.time.Duration;
import java.time.Instant;

/**
 * How many seats of a concert's open schedules there are to be had, so that nobody waits in vain.
 *
 * @param available what may be claimed now
 * @param held what is held and not paid yet, and may be had later
 * @param asOf when they were counted, by the database's clock
 */
public record SeatCount(long available, long held, Instant asOf) {

    private static final Duration AGE_MAX = Duration.ofSeconds(2);

    public SeatCount {
        if (available < 0 || held < 0) {
            throw new IllegalArgumentException("seats must not be negative: " + available + ", " + held);
        }
    }

    /** These seats and others, as of when the first of them were counted. */
    public SeatCount plus(SeatCount others) {
        return new SeatCount(
                available + others.available, held + others.held, asOf.isBefore(others.asOf) ? asOf : others.asOf);
    }

    /** Whether this is still told at an instant of the database's clock, wherever that has gone meanwhile. */
    public boolean isFresh(Instant now) {
        return Duration.between(asOf, now).abs().compareTo(AGE_MAX) <= 0;
    }
}
