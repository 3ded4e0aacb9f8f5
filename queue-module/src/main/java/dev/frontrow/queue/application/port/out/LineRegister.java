package dev.frontrow.queue.application.port.out;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertSale;
import dev.frontrow.queue.domain.LineSettings;
import dev.frontrow.queue.domain.LineTerms;
import java.time.Duration;
import java.util.Optional;

/** The lines themselves: their settings and totals. */
public interface LineRegister {

    /** Opens the line of a concert, with these settings, unless it is open. */
    void open(ConcertSale sale, LineSettings defaults);

    /** Settings and totals, or nothing while the line was never opened. */
    Optional<Totals> find(ConcertId concertId);

    /**
     * Changes the settings of an open line. What its bucket has gained so far counts at the old rate.
     *
     * @param interval how often the line moves
     */
    LineTerms change(ConcertId concertId, LineSettings settings, Duration interval);

    /** A line with what has passed through it. */
    record Totals(LineTerms terms, long expired, long completed) {}
}
