package dev.frontrow.queue;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.Outcome;
import dev.frontrow.edge.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers whether somebody who acts on a concert's seats has been let in by the line.
 *
 * <p>A token past its time is refused from that instant on, by the database's clock, swept or not. Checking and locking
 * mark the token's first use. A refusal is one of queue's own problems (403 {@code queue-token-required},
 * {@code queue-token-invalid}, {@code queue-token-waiting}, 410 {@code queue-token-expired}); let it through.
 */
public interface Admissions {

    /**
     * Checks the token, without a lock, for somebody who only looks. One that is in use is known without asking the database;
     * then that it has ended early, by being paid with or given up, may show a second later on another instance.
     *
     * @param queueToken what the client sent in {@code Queue-Token}, or null if nothing
     */
    Admission check(@Nullable String queueToken, UserId userId, ConcertId concertId);

    /**
     * Checks tokens in the database itself and locks them, together and in one order, until the caller's transaction ends, which is required:
     * whoever holds the lock of a token is the only one who acts for its user at its concert.
     *
     * @return what came of each, in the order of {@code passes}: the admission, or one of queue's refusals
     */
    List<Outcome<Admission>> lock(List<Pass> passes);

    /**
     * Locks the user's active token at a concert, if there is one, until the caller's transaction ends, which is required: whoever
     * acts for the user is waited for, and nobody does so meanwhile.
     */
    void awaitActionsOf(UserId userId, ConcertId concertId);

    /**
     * Somebody who wants to act on a concert's seats.
     *
     * @param queueToken what the client sent in {@code Queue-Token}, or null if nothing
     */
    record Pass(@Nullable String queueToken, UserId userId, ConcertId concertId) {}
}
