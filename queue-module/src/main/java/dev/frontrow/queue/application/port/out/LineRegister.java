package dev.frontrow.queue.application.port.out;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertSale;
import dev.frontrow.queue.domain.LineSettings;
import dev.frontrow.queue.domain.LineTerms;
import dev.frontrow.queue.domain.TokenBucket;
import java.util.Optional;

/** The lines themselves: their settings and totals. */
public interface LineRegister {

    /** Opens the line of a concert, with these settings, unless it is open. */
    void open(ConcertSale sale, LineSettings defaults, TokenBucket bucket);

    /**
     * Has an open line go by these sales, and waits for its turn.
     *
     * @return what holds from now on
     */
    LineTerms sell(ConcertSale sale);

    /** Settings and totals, or nothing while the line was never opened. */
    Optional<Totals> find(ConcertId concertId);

    /**
     * Changes the settings of an open line, whose turn it is.
     *
     * @param gained what its bucket holds by now, at the old rate
     * @param secondsFilled by how much the bucket's time moves on, though never past now
     * @return what holds from now on
     */
    LineTerms change(ConcertId concertId, LineSettings settings, TokenBucket gained, double secondsFilled);

    /** A line with what has passed through it. */
    record Totals(LineTerms terms, long expired, long completed) {}
}
