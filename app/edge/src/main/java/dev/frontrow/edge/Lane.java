package dev.frontrow.edge;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * Where what many ask for at the same time is done together, so that one commit serves all of them. Had from {@link Lanes}.
 *
 * <p>Whoever asks waits in a bounded room until a writer takes along what is there: nobody waits for a batch to fill, but in a
 * lane that is told to gather, and a batch of one is the ordinary case. What has the same key is done in the order in which it came, by one writer at a time. A
 * batch that fails because of one request, or over a lock, is repeated one by one, and a key whose lock was waited for in vain is kept apart for a while; no failure, however grave, stops a writer.
 * Safe for any number of threads.
 *
 * @param <Q> what is asked for
 * @param <A> what is answered
 */
public interface Lane<Q, A> {

    /** Asks, and waits for the answer, or throws what it is refused with. */
    default A ask(Q asked) {
        return ask(() -> asked);
    }

    /** The same, where something has to be read first: what that takes is part of the time that a request may wait. */
    A ask(Supplier<? extends Q> question);

    /** What is done with a batch. */
    @FunctionalInterface
    interface Work<Q, A> {

        /**
         * Does all that is asked for, in one transaction that is committed on return.
         *
         * @param asked in the order in which it came
         * @return the outcome of each, in the same order
         * @throws org.springframework.dao.DataIntegrityViolationException if one of them can't be written; each is tried
         *     alone then, once
         */
        List<Outcome<A>> write(List<Q> asked);
    }

    /**
     * How much a lane takes.
     *
     * @param requestsMax how many may wait at once
     * @param keysMax of how many keys a batch may be
     * @param batchSizeMax how many are done in one transaction
     * @param writers how many transactions are under way at once, of different keys; one more for a key that is held up
     * @param timeout how long a request waits to be answered, what is read for it first included
     * @param unavailable what whoever can't be served is refused with; nothing is known of the outcome then
     * @param gathering how long the first to come waits for others to come along, unless they are a whole batch sooner; zero
     *     where somebody waits for the answer
     */
    record Limits(
            int requestsMax,
            int keysMax,
            int batchSizeMax,
            int writers,
            Duration timeout,
            Supplier<? extends RuntimeException> unavailable,
            Duration gathering) {

        /** Limits of a lane that does not gather. */
        public Limits(
                int requestsMax,
                int keysMax,
                int batchSizeMax,
                int writers,
                Duration timeout,
                Supplier<? extends RuntimeException> unavailable) {
            this(requestsMax, keysMax, batchSizeMax, writers, timeout, unavailable, Duration.ZERO);
        }

        /** What suits a request of a few rows that may be done together with any other. */
        public static Limits usual() {
            return new Limits(
                    10_000,
                    Integer.MAX_VALUE,
                    256,
                    2,
                    Duration.ofSeconds(2),
                    () -> new TransientDataAccessResourceException("too many ask at this moment"));
        }

        /**
         * The same, for what nobody waits for: fewer commits serve more if the first to come waits for others, and a request may
         * take its time.
         */
        public Limits unhurried(Duration gathering, Duration timeout) {
            return new Limits(requestsMax, keysMax, batchSizeMax, writers, timeout, unavailable, gathering);
        }
    }
}
