package dev.frontrow.queue.application.lane;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Has done together what many ask for at the same time, so that one commit serves all of them.
 *
 * <p>Whoever asks waits in a bounded room until a writer takes along what is there: nobody waits for a batch to fill, and a
 * batch of one is the ordinary case. What has the same key is done in the order in which it came, by one writer at a time;
 * different keys take turns. A batch that fails because of one request is repeated one by one; no failure, however grave,
 * stops a writer. Safe for any number of threads.
 *
 * @param <K> a batch is of one key
 * @param <Q> what is asked for
 * @param <A> what is answered
 */
public final class Lane<K, Q, A> {

    private static final Logger log = LoggerFactory.getLogger(Lane.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final String name;
    private final Limits limits;
    private final Supplier<? extends RuntimeException> unavailable;
    private final Work<K, Q, A> work;
    private final WaitingRoom<K, Request<Q, A>> room;
    private final List<Thread> writers = new ArrayList<>();

    /**
     * A lane that is not open yet.
     *
     * @param name of its threads, and in the log
     * @param unavailable what whoever can't be served is refused with; nothing is known of the outcome then
     */
    public Lane(String name, Limits limits, Supplier<? extends RuntimeException> unavailable, Work<K, Q, A> work) {
        this.name = name;
        this.limits = limits;
        this.unavailable = unavailable;
        this.work = work;
        this.room = new WaitingRoom<>(limits.requestsMax, limits.batchSizeMax);
    }

    /** Asks, and waits for the answer, or throws what it is refused with. */
    public A ask(K key, Q asked) {
        var request = new Request<Q, A>(asked);
        if (!room.enter(key, request)) {
            throw unavailable.get();
        }
        return request.await(limits.timeout, unavailable);
    }

    /** Lets requests in, and has them done. */
    public void open() {
        room.open();
        for (int i = 0; i < limits.writers; i++) {
            writers.add(Thread.ofPlatform().name(name + "-" + i).daemon().start(this::write));
        }
    }

    /** Lets nobody in any more, and waits until those inside are answered. */
    public void close() {
        room.close();
        try {
            for (var writer : writers) {
                if (!writer.join(CLOSE_TIMEOUT)) {
                    writer.interrupt();
                }
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        writers.clear();
    }

    private void write() {
        try {
            for (var batch = room.take(); batch != null; batch = room.take()) {
                try {
                    write(
                            batch.key(),
                            batch.requests().stream().filter(Request::isOpen).toList(),
                            false);
                } finally {
                    room.done(batch.key());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param again whether this is one request alone that made a batch fail, or may have */
    private void write(K key, List<Request<Q, A>> requests, boolean again) {
        if (requests.isEmpty()) {
            return;
        }
        try {
            answer(
                    requests,
                    work.write(key, requests.stream().map(Request::asked).toList()));
        } catch (DataIntegrityViolationException oneOfThem) {
            log.warn(
                    "{}: a batch of {} {}: {}",
                    name,
                    requests.size(),
                    again ? "fails" : "is repeated one by one",
                    oneOfThem.getClass().getSimpleName());
            if (again) {
                requests.forEach(request -> request.fail(unavailable.get()));
            } else {
                requests.forEach(request -> write(key, List.of(request), true));
            }
        } catch (RuntimeException failed) {
            requests.forEach(request -> request.fail(failed));
        } catch (Error grave) {
            requests.forEach(request -> request.fail(grave));
            log.error("{}: a batch of {} fails", name, requests.size(), grave);
        }
    }

    private void answer(List<Request<Q, A>> requests, List<Outcome<A>> outcomes) {
        if (outcomes.size() != requests.size()) {
            throw new IllegalStateException(name + ": " + outcomes.size() + " outcomes of " + requests.size());
        }
        for (int i = 0; i < requests.size(); i++) {
            requests.get(i).answer(outcomes.get(i));
        }
    }

    /** What is done with a batch. */
    public interface Work<K, Q, A> {

        /**
         * Does all that is asked for, in one transaction that is committed on return.
         *
         * @param asked in the order in which it came
         * @return the outcome of each, in the same order
         * @throws DataIntegrityViolationException if one of them can't be written; each is tried alone then, once
         */
        List<Outcome<A>> write(K key, List<Q> asked);
    }

    /**
     * How much a lane takes.
     *
     * @param requestsMax how many may wait at once
     * @param batchSizeMax how many are done in one transaction
     * @param writers how many transactions are under way at once, of different keys
     * @param timeout how long a request waits to be answered
     */
    public record Limits(int requestsMax, int batchSizeMax, int writers, Duration timeout) {}
}
