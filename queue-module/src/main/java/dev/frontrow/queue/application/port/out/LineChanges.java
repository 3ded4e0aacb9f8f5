package dev.frontrow.queue.application.port.out;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.domain.LineTerms;
import dev.frontrow.queue.domain.TokenState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What happened to the lines. All calls of one round are made in one transaction, which sees one snapshot. */
public interface LineChanges {

    /** Takes the snapshot, which all further calls of the transaction see, and tells which one it is. To be asked first. */
    Moment moment();

    /** All lines. */
    List<OpenLine> lines();

    /** The lines that were open within that time, and those of these concerts. */
    List<OpenLine> lines(Duration closedRetention, Collection<ConcertId> followed);

    /** All tokens changed by transactions from that horizon on; some of them may have been read before. */
    void since(long horizon, Reader reader);

    /** Where people wait: of each line in which anybody does. */
    List<Stretch> stretches();

    /** All who wait in a line, from one number to another, these included; in any order. */
    long[] waiting(ConcertId concertId, long from, long to);

    /** All tokens that are active or have ended. */
    void notWaiting(Reader reader);

    /**
     * A snapshot.
     *
     * @param horizon every transaction below it is over, and seen
     * @param at the database's clock
     */
    record Moment(long horizon, Instant at) {}

    /** A line, and the last number it gave out; all numbers up to that one are seen. */
    record OpenLine(ConcertId concertId, long lastNumber, LineTerms terms) {}

    /** The first number that waits in a line, and the last one that it gave out. */
    record Stretch(ConcertId concertId, long firstNumber, long lastNumber) {}

    /** Is handed one token after another. */
    interface Reader {
        void read(ConcertId concertId, long number, TokenState state);
    }
}
