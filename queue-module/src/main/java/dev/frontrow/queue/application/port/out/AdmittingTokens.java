package dev.frontrow.queue.application.port.out;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.Version;
import dev.frontrow.queue.domain.LineSettings;
import dev.frontrow.queue.domain.TokenBucket;
import dev.frontrow.queue.domain.TokenChange;
import dev.frontrow.queue.domain.TokenId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The front of the lines, where people are let in. All in the caller's transaction, which is of any number of lines. */
public interface AdmittingTokens {

    /** Locks lines until the transaction ends; without those that another one has, or that were never opened. */
    List<Turn> takeTurns(List<ConcertId> concertIds);

    /** Locks an open line until the transaction ends, and waits for it. */
    Turn awaitTurn(ConcertId concertId);

    /**
     * Has the buckets of locked lines fill from now on that would otherwise not fill before a time that is still to come, and
     * tells how many these are: those that were filled before the database's clock went back.
     */
    int fillFromNow(List<ConcertId> concertIds);

    /** Looks who is next in lines whose turn it is, and locks them. Waits for nobody. */
    List<Front> lockNext(List<Share> shares);

    /** Admits tokens that are locked, and tells what has become of them. */
    Map<ConcertId, List<TokenChange>> admit(List<TokenId> ids, Duration activeTtl, Duration noShowAfter);

    /** Writes down what was done, what is left in the buckets, and that the caps were kept. */
    void record(List<Step> steps);

    /**
     * A line whose turn it is.
     *
     * @param version of the settings
     * @param bucketLevel as it was left
     * @param secondsSince when that was, ago; negative where that time is still to come, because the database's clock went
     *     back, or because another instance had its turn while this one was asked for
     */
    record Turn(
            ConcertId concertId,
            LineSettings settings,
            Version version,
            boolean saleOpen,
            double bucketLevel,
            double secondsSince) {

        /** The bucket as it is now; it gains nothing while the line is paused. */
        public TokenBucket bucket(Duration interval) {
            var left = TokenBucket.of(bucketLevel, settings.admissionsPerSecond(), interval);
            return settings.paused() ? left : left.after(secondsFilled());
        }

        /** By how much its time moves on with this look, also while the line is paused and nothing is gained. */
        public double secondsFilled() {
            return Math.max(0, secondsSince);
        }
    }

    /**
     * How many may be admitted to a line now: {@code countMax}, and never so many that more than {@code maxActive} are
     * active.
     *
     * @param bucket as it was at the look
     * @param secondsFilled by how much its time moves on, up to that look and not to when the step is written down
     */
    record Share(ConcertId concertId, int countMax, int maxActive, TokenBucket bucket, double secondsFilled) {}

    /**
     * The front of a line, as many of it as its share allows.
     *
     * @param active how many are active
     * @param waiting the lowest waiting numbers, in ascending order
     * @param locked the lowest ones that nobody else has locked, in ascending order
     */
    record Front(ConcertId concertId, long active, long[] waiting, long[] locked) {

        /** Who may be admitted without passing over anybody: all before the first one that somebody else has locked. */
        public long[] next() {
            int common = Arrays.mismatch(waiting, locked);
            return common < 0 ? locked : Arrays.copyOf(locked, common);
        }
    }

    /**
     * What was done with one line.
     *
     * @param numbers who was admitted, in ascending order; not nobody
     * @param left the bucket without them
     * @param secondsFilled by how much the bucket's time moves on, though never past now
     */
    record Step(
            ConcertId concertId,
            long[] numbers,
            long activeBefore,
            int maxActive,
            TokenBucket left,
            double secondsFilled) {

        public Step {
            if (numbers.length == 0 || activeBefore + numbers.length > maxActive) {
                throw new IllegalStateException("line " + concertId + " would admit " + numbers.length + " to "
                        + activeBefore + " active, over " + maxActive);
            }
        }

        public long firstNumber() {
            return numbers[0];
        }

        public long lastNumber() {
            return numbers[numbers.length - 1];
        }

        public long activeAfter() {
            return activeBefore + numbers.length;
        }
    }
}
