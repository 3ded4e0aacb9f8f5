package dev.frontrow.queue.application.port.out;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.domain.LineSettings;
import dev.frontrow.queue.domain.TokenBucket;
import dev.frontrow.queue.domain.TokenChange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The front of a line, where people are let in. All in the caller's transaction. */
public interface AdmittingTokens {

    /** Locks a line until the transaction ends; nothing where another one has it, or it was never opened. */
    Optional<Turn> takeTurn(ConcertId concertId);

    /** Locks an open line until the transaction ends, and waits for it. */
    Turn awaitTurn(ConcertId concertId);

    /**
     * Admits the lowest waiting numbers, in order and without passing over any: at most {@code countMax}, and never so
     * many that more than {@code maxActive} are active.
     */
    Step admit(ConcertId concertId, int maxActive, int countMax, Duration activeTtl, Duration noShowAfter);

    /** Writes down what was done, what is left in the bucket, and that the cap was kept. */
    void record(ConcertId concertId, Step step, int maxActive, TokenBucket left);

    /**
     * A line whose turn it is.
     *
     * @param bucketLevel as it was left
     * @param secondsSince when that was, ago
     */
    record Turn(LineSettings settings, boolean saleOpen, double bucketLevel, double secondsSince) {

        /** The bucket as it is now; it gains nothing while the line is paused. */
        public TokenBucket bucket(Duration interval) {
            var left = TokenBucket.of(bucketLevel, settings.admissionsPerSecond(), interval);
            return settings.paused() ? left : left.after(secondsSince);
        }
    }

    /** Who was admitted, in ascending order, and how many were active before. */
    record Step(List<TokenChange> admitted, long activeBefore) {}
}
