package dev.frontrow.queue.application.port.out;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.domain.TokenState;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The end of a line, where numbers are given out. All in the caller's transaction. */
public interface JoiningTokens {

    /** Locks the end of an open line until the transaction ends, and tells the last number that was given out. */
    long lockEnd(ConcertId concertId);

    /** Tells which tokens those users have. */
    Entrance look(ConcertId concertId, List<UserId> userIds);

    /**
     * Ends those users' tokens that are over but not swept, and tells whose it ended; waits for none that somebody else has
     * locked, because its first use may be under way.
     */
    Set<UserId> endOver(ConcertId concertId, Set<UserId> userIds);

    /** Gives each user the next number, in this order; they have no live token, and the end is locked. */
    List<Issued> issue(ConcertId concertId, long lastNumber, List<UserId> userIds);

    /**
     * Whether one may join at this instant, and who is in already.
     *
     * @param over whose token is over but not ended yet, or is of a status that only a newer version knows
     */
    record Entrance(boolean saleOpen, Instant at, List<Issued> live, Set<UserId> over) {}

    /** A user's token. */
    record Issued(UserId userId, long number, Instant issuedAt, TokenState state) {}
}
