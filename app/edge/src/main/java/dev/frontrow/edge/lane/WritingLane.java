package dev.frontrow.edge.lane;

import dev.frontrow.edge.Lane;
import dev.frontrow.edge.Outcome;
import dev.frontrow.edge.Outcome.Done;
import dev.frontrow.edge.Outcome.LeftOut;
import dev.frontrow.edge.Outcome.Refused;
import dev.frontrow.edge.lane.WaitingRoom.Batch;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * A lane of a waiting room and some writers, one of them for what somebody else's lock holds up.
 *
 * @param <K> what has the same one is done one after another
 */
final class WritingLane<K, Q, A> implements Lane<Q, A> {

    private static final Logger log = LoggerFactory.getLogger(WritingLane.class);
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final String name;
    private final Limits limits;
    private final Function<Q, K> key;
    private final Work<Q, A> work;
    private final WaitingRoom<K, Request<Q, A>> room;
    private final List<Thread> writers = new ArrayList<>();

    /** A lane that is not open yet. */
    WritingLane(String name, Limits limits, Function<Q, K> key, Work<Q, A> work) {
        this.name = name;
        this.limits = limits;
        this.key = key;
        this.work = work;
        this.room =
                new WaitingRoom<>(limits.requestsMax(), limits.keysMax(), limits.batchSizeMax(), limits.gathering());
    }

    @Override
    public A ask(Supplier<? extends Q> question) {
        var deadlineNanos = System.nanoTime() + limits.timeout().toNanos();
        var asked = question.get();
        var request = new Request<Q, A>(asked);
        if (System.nanoTime() - deadlineNanos >= 0 || !room.enter(key.apply(asked), request)) {
            throw limits.unavailable().get();
        }
        return request.await(deadlineNanos, limits.unavailable());
    }

    /** Lets requests in, and has them done. */
    void open() {
        room.open();
        for (int i = 0; i < limits.writers(); i++) {
            writers.add(Thread.ofPlatform().name(name + "-" + i).daemon().start(() -> write(room::take)));
        }
        writers.add(Thread.ofPlatform().name(name + "-held-up").daemon().start(() -> write(room::takeHeldUp)));
    }

    /** Lets nobody in any more, and waits until those inside are answered. */
    void close() {
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

    /** Waits for the next batch. */
    private interface Taking<K, R> {

        @Nullable
        Batch<K, R> next() throws InterruptedException;
    }

    private void write(Taking<K, Request<Q, A>> taking) {
        try {
            for (var batch = taking.next(); batch != null; batch = taking.next()) {
                try {
                    write(batch.requests(), false);
                } catch (Throwable whileFailing) { // no memory to fail with, say; the writer goes on
                    batch.requests().forEach(request -> request.fail(whileFailing));
                } finally {
                    room.done(batch.keys());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param again whether this is one request alone that made a batch fail, or may have */
    private void write(List<Request<Q, A>> batch, boolean again) {
        var requests = batch.stream().filter(Request::isOpen).toList();
        if (requests.isEmpty()) {
            return;
        }
        try {
            answer(requests, work.write(requests.stream().map(Request::asked).toList()));
            if (requests.size() == 1) {
                room.letGo(keyOf(requests.getFirst()));
            }
        } catch (RuntimeException failed) {
            if (failed instanceof DataIntegrityViolationException
                    || failed instanceof ConcurrencyFailureException
                    || (requests.size() > 1 && isAboutALockOfOne(failed))) {
                repeat(requests, again, failed);
            } else {
                if (isAboutALockOfOne(failed)) {
                    room.holdUp(keyOf(requests.getFirst()));
                }
                requests.forEach(request -> request.fail(failed));
            }
        } catch (Error grave) {
            requests.forEach(request -> request.fail(grave));
            log.error("{}: a batch of {} fails", name, requests.size(), grave);
        }
    }

    /** Whether a row was waited for in vain, which not all of them need. Spring has no name for that failure of PostgreSQL's. */
    private static boolean isAboutALockOfOne(RuntimeException failed) {
        return failed instanceof QueryTimeoutException
                || (failed instanceof UncategorizedSQLException other
                        && other.getSQLException() instanceof SQLException cause
                        && LOCK_NOT_AVAILABLE.equals(cause.getSQLState()));
    }

    /**
     * It is the fault of one, which may fare better alone, after whoever was in its way. What is found to be held up goes back to the
     * room, for the writer that waits in vain while the others go on.
     */
    private void repeat(List<Request<Q, A>> requests, boolean again, RuntimeException oneOfThem) {
        log.warn(
                "{}: a batch of {} {}: {}",
                name,
                requests.size(),
                again ? "fails" : "is repeated one by one",
                oneOfThem.getClass().getSimpleName());
        var heldUp = new ArrayList<Request<Q, A>>();
        requests.forEach(request -> {
            if (again) {
                request.fail(limits.unavailable().get());
            } else if (requests.size() > 1 && room.isHeldUp(keyOf(request))) {
                heldUp.add(request);
            } else {
                write(List.of(request), true);
            }
        });
        heldUp.reversed().forEach(request -> room.takeBack(keyOf(request), request));
    }

    private K keyOf(Request<Q, A> request) {
        return key.apply(request.asked());
    }

    private void answer(List<Request<Q, A>> requests, List<Outcome<A>> outcomes) {
        if (outcomes.size() != requests.size()) {
            throw new IllegalStateException(name + ": " + outcomes.size() + " outcomes of " + requests.size());
        }
        var leftOut = new ArrayList<Request<Q, A>>();
        for (int i = 0; i < requests.size(); i++) {
            var request = requests.get(i);
            switch (outcomes.get(i)) {
                case Done<A>(var answer) -> request.answer(answer);
                case Refused<A>(var refusal) -> request.fail(refusal);
                case LeftOut<A>() -> leftOut.add(request);
            }
        }
        if (!leftOut.isEmpty() && requests.size() == 1) {
            throw new IllegalStateException(
                    name + ": nothing came of " + requests.getFirst().asked());
        }
        leftOut.forEach(request -> write(List.of(request), false));
    }
}
