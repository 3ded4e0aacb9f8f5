package dev.frontrow.queue.application.query;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.domain.EndReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place in line, as its user sees it.
 *
 * @param token the signed token, as it was sent or is to be sent
 * @param position how many still wait ahead, plus one; null unless waiting
 * @param estimatedWaitSeconds null while unknown
 * @param pollAfterSeconds when to ask again, from 1
 * @param expiresAt when an active token ends; null otherwise
 * @param reason why it ended; null unless it has, and when it is no longer known
 */
public record Place(
        String token,
        ConcertId concertId,
        Status status,
        @Nullable Long position,
        @Nullable Long estimatedWaitSeconds,
        boolean paused,
        int pollAfterSeconds,
        Instant issuedAt,
        @Nullable Instant expiresAt,
        @Nullable EndReason reason) {

    /** Where the token stands. */
    public enum Status {
        WAITING,
        ACTIVE,
        EXPIRED
    }
}
