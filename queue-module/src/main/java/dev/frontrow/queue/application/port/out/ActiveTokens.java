package dev.frontrow.queue.application.port.out;

import dev.frontrow.edge.UserId;
import dev.frontrow.queue.domain.TokenId;
import dev.frontrow.queue.domain.TokenState;
import java.time.Instant;
import java.util.Optional;

/** Tokens that somebody acts with. */
public interface ActiveTokens {

    /** The token of this user as it stands by the database's clock, or nothing where it is deleted. */
    Optional<Seen> find(TokenId id, UserId userId);

    /** The same, locked until the caller's transaction ends. */
    Optional<Seen> lock(TokenId id, UserId userId);

    /** Marks the first use of an active token; tells when, or nothing where it is not active or was used before. */
    Optional<Instant> markUsed(TokenId id);

    /** A token at an instant; what is over by then is ended, swept or not. */
    record Seen(TokenState state, Instant at) {}
}
