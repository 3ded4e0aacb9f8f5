package dev.frontrow.edge.lane;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Something asked for, and somebody who waits for the outcome. */
final class Request<Q, A> {

    private final Q asked;

    /** Gives the answer, or throws what came instead: a future that fails would make a stack trace for each who waits. */
    private final CompletableFuture<Supplier<A>> outcome = new CompletableFuture<>();

    Request(Q asked) {
        this.asked = asked;
    }

    Q asked() {
        return asked;
    }

    /** Whether there is still somebody to answer. */
    boolean isOpen() {
        return !outcome.isDone();
    }

    void answer(A done) {
        outcome.complete(() -> done);
    }

    void fail(Throwable failure) {
        outcome.complete(() -> {
            throw failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
        });
    }

    /**
     * Waits for the outcome, but not for ever; what whoever gives up has asked for may still be done.
     *
     * @param deadlineNanos by {@link System#nanoTime()}
     */
    A await(long deadlineNanos, Supplier<? extends RuntimeException> unavailable) {
        try {
            return outcome.get(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS)
                    .get();
        } catch (ExecutionException neverFails) {
            throw new IllegalStateException(neverFails);
        } catch (TimeoutException tooLate) {
            outcome.cancel(false);
            throw unavailable.get();
        } catch (InterruptedException stopped) {
            outcome.cancel(false);
            Thread.currentThread().interrupt();
            throw unavailable.get();
        }
    }
}
