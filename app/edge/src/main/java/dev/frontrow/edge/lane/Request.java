package dev.frontrow.edge.lane;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Something asked for, and somebody who waits for the outcome. */
final class Request<Q, A> {

    private final Q asked;
    private final CompletableFuture<A> answer = new CompletableFuture<>();

    Request(Q asked) {
        this.asked = asked;
    }

    Q asked() {
        return asked;
    }

    /** Whether there is still somebody to answer. */
    boolean isOpen() {
        return !answer.isDone();
    }

    void answer(A done) {
        answer.complete(done);
    }

    void fail(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    /**
     * Waits for the outcome, but not for ever; what whoever gives up has asked for may still be done.
     *
     * @param deadlineNanos by {@link System#nanoTime()}
     */
    A await(long deadlineNanos, Supplier<? extends RuntimeException> unavailable) {
        try {
            return answer.get(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (TimeoutException tooLate) {
            answer.cancel(false);
            throw unavailable.get();
        } catch (InterruptedException stopped) {
            answer.cancel(false);
            Thread.currentThread().interrupt();
            throw unavailable.get();
        }
    }
}
