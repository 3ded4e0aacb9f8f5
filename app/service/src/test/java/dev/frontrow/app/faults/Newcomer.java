package dev.frontrow.app.faults;

import dev.frontrow.app.Shop.Concert;
import dev.frontrow.app.benchmark.load.Answer;
import dev.frontrow.app.benchmark.load.Request;
import dev.frontrow.app.benchmark.load.Visitor;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Somebody who comes at some moment to join a line, asks until there is a place for them, and leaves with it. */
final class Newcomer implements Visitor {

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    final String userId;
    private final Request join;
    private final Duration comesAfter;
    private boolean waited;
    private boolean asked;

    /** When it was first asked for a place, and when there was one, by the machine's clock of nanoseconds. */
    long askedNanos;

    long placedNanos = Long.MAX_VALUE;

    /** @param within from now */
    Newcomer(String userId, String bearer, Concert concert, Duration within) {
        this.userId = userId;
        this.join = Request.post(
                "join",
                "/api/v1/queue-tokens",
                "{\"concertId\":\"" + concert.id() + "\"}",
                "Authorization",
                "Bearer " + bearer);
        this.comesAfter = Duration.ofNanos(ThreadLocalRandom.current().nextLong(within.toNanos()));
    }

    @Override
    public Step next(@Nullable Answer answer) {
        if (!waited) {
            waited = true;
            return new Pause(comesAfter);
        }
        if (answer == null) {
            if (!asked) {
                asked = true;
                askedNanos = System.nanoTime();
            }
            return new Send(join);
        }
        if (answer.isSuccess()) {
            placedNanos = System.nanoTime();
            return new Leave();
        }
        return new Pause(AGAIN_AFTER);
    }

    boolean isPlaced() {
        return placedNanos < Long.MAX_VALUE;
    }
}
