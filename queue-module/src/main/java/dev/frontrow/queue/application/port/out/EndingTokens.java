package dev.frontrow.queue.application.port.out;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.domain.EndReason;
import dev.frontrow.queue.domain.TokenId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How tokens end and are forgotten. Each call is one statement; where it looks for tokens itself, those that somebody else has
 * locked are left for later.
 */
public interface EndingTokens {

    /** Ends those of the tokens that are still live, in one order, and tells which these were. */
    List<Ending> endPaid(Collection<TokenId> ids);

    /** Ends those of the tokens that are live and their user's, in one order, and tells which these were. */
    List<Ending> giveUp(Map<TokenId, UserId> owners);

    /** Ends active tokens whose time is over, or that were never used. */
    List<Ending> endOver(int countMax);

    /** Has all active tokens of a line, whose turn it is, end at that instant at the latest, which may be past. */
    void endBy(ConcertId concertId, Instant closesAt);

    /** Ends those who wait in lines whose last sale has closed, by the database's clock. */
    List<Ending> endClosed(List<ConcertId> concertIds, int countMax);

    /** Ends those of the numbers that wait and were issued before, if the line has been watched since. */
    List<Ending> endAbandoned(ConcertId concertId, long[] numbers, Instant silentSince);

    /** Deletes tokens that ended that long ago, keeping count. Only one instance at a time does. */
    int deleteEnded(Duration retention, int countMax);

    /** Forgets the proofs of admissions that long ago, but for each line's last. */
    int deleteSteps(Duration retention, int countMax);

    /**
     * One token that ended.
     *
     * @param reason null for one that only a newer version knows
     */
    record Ending(TokenId id, @Nullable EndReason reason) {}
}
