package dev.frontrow.queue.application.port.out;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.domain.TokenId;
import dev.frontrow.queue.domain.TokenState;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Tokens that somebody acts with. */
public interface ActiveTokens {

    /** The token of this user as it stands by the database's clock, or nothing where it is deleted. */
    Optional<Seen> find(TokenId id, UserId userId);

    /**
     * The same of many, each of the user it is given with, locked in one order until the caller's transaction ends. Those
     * that are deleted are missing.
     */
    Map<TokenId, Seen> lock(Map<TokenId, UserId> owners);

    /** Locks the token of this user that is active, if there is one, until the caller's transaction ends. */
    void lockActiveOf(UserId userId, ConcertId concertId);

    /** Marks the first use of those that are active and were never used; tells which these were, and when. */
    Map<TokenId, Instant> markUsed(Collection<TokenId> ids);

    /** A token at an instant; what is over by then is ended, swept or not. */
    record Seen(TokenState state, Instant at) {}
}
