package dev.frontrow.queue.application.port.out;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.domain.Line;
import java.time.Instant;
import java.util.function.Supplier;

/** What measures the lines: how many wait, how many are active, how many were admitted. */
public interface LineMeters {

    /**
     * Has a line measured from now on.
     *
     * @param now what the database's clock shows
     */
    void measure(Line line, Supplier<Instant> now);

    /** Has a line measured no longer. */
    void forget(ConcertId concertId);
}
