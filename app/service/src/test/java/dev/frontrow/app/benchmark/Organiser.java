package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.BoxOffice.Concert;
import dev.frontrow.app.benchmark.load.Answer;
import dev.frontrow.app.benchmark.load.Visitor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Cancels a show, and asks how far its refunds are until all of them are made. */
final class Organiser implements Visitor {

    private static final Duration LOOKS_EVERY = Duration.ofMillis(100);

    private final BoxOffice box;
    private final Concert concert;
    private final long since = System.nanoTime();

    private boolean cancelled;
    private double answeredSeconds;
    private double doneSeconds;
    private int refunds;
    private boolean done;

    /** It comes at once. */
    Organiser(BoxOffice box, Concert concert) {
        this.box = box;
        this.concert = concert;
    }

    @Override
    public Step next(@Nullable Answer answer) {
        if (answer == null) {
            return new Send(cancelled ? box.refunds(concert) : box.cancelShow(concert));
        }
        if (!cancelled) {
            cancelled = answer.expect(202).isSuccess();
            answeredSeconds = seconds();
        }
        if (answer.isSuccess() && BoxOffice.text(answer.json(), "status").equals("DONE")) {
            doneSeconds = seconds();
            refunds = answer.json().path("refundsDone").asInt(0);
            done = true;
            return new Leave();
        }
        return new Pause(LOOKS_EVERY);
    }

    private double seconds() {
        return (System.nanoTime() - since) / 1e9;
    }

    /** From the request to its answer. */
    double answeredSeconds() {
        return answeredSeconds;
    }

    /** From the request to when the last refund was seen. */
    double doneSeconds() {
        return doneSeconds;
    }

    int refunds() {
        return refunds;
    }

    boolean isDone() {
        return done;
    }
}
