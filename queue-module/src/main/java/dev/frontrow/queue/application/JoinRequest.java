package dev.frontrow.queue.application;

import dev.frontrow.concert.ConcertSale;
import dev.frontrow.queue.domain.QueueRefused.JoiningUnavailable;
import dev.frontrow.queue.domain.TokenClaims;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Somebody at the door of a line, waiting to be written down. */
final class JoinRequest {

    private final String userId;
    private final ConcertSale sale;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    JoinRequest(String userId, ConcertSale sale) {
        this.userId = userId;
        this.sale = sale;
    }

    String userId() {
        return userId;
    }

    ConcertSale sale() {
        return sale;
    }

    /** Whether there is still somebody to answer. */
    boolean isOpen() {
        return !answer.isDone();
    }

    void grant(TokenClaims claims, boolean created) {
        answer.complete(new Answer(claims, created));
    }

    void fail(RuntimeException failure) {
        answer.completeExceptionally(failure);
    }

    /** Waits for the answer, but not for ever; whoever gives up may still be written down, and asks again safely. */
    Answer await(Duration timeout) {
        try {
            return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (TimeoutException tooLate) {
            answer.cancel(false);
            throw new JoiningUnavailable();
        } catch (InterruptedException stopped) {
            answer.cancel(false);
            Thread.currentThread().interrupt();
            throw new JoiningUnavailable();
        }
    }

    /** The user's token, and whether it was issued for this very request. */
    record Answer(TokenClaims claims, boolean created) {}
}
