package dev.frontrow.queue.application.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The database's clock, as far as this instance can tell without asking: the last reading, plus the time since. Good to
 * about half a round trip. Safe for any number of threads.
 */
@Component
public class DatabaseClock {

    private volatile @Nullable Reading last;

    /** What the database's clock shows now; the beginning of time where it was never read, so that nothing is over yet. */
    public Instant now() {
        var reading = last;
        return reading == null ? Instant.EPOCH : reading.at.plusNanos(System.nanoTime() - reading.nanos);
    }

    /**
     * Takes note of a reading.
     *
     * @param askedNanos {@link System#nanoTime()} before the question was sent; the answer has just come
     */
    void read(Instant at, long askedNanos) {
        long now = System.nanoTime();
        last = new Reading(at, now - (now - askedNanos) / 2);
    }

    private record Reading(Instant at, long nanos) {}
}
