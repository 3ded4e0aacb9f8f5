package dev.frontrow.app.faults;

import dev.frontrow.app.benchmark.load.Answer;
import dev.frontrow.app.benchmark.load.Request;
import dev.frontrow.app.benchmark.load.Visitor;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Somebody who asks again and again at a pace of their own, whatever they are told; who is answered late asks again at once. */
final class Impatient implements Visitor {

    private final Supplier<Request> requests;
    private final long everyNanos;
    private final Consumer<Answer> heard;
    private long turn;

    Impatient(Supplier<Request> requests, Duration every, Consumer<Answer> heard) {
        this.requests = requests;
        this.everyNanos = every.toNanos();
        this.heard = heard;
        this.turn = System.nanoTime() + ThreadLocalRandom.current().nextLong(everyNanos + 1);
    }

    @Override
    public Step next(@Nullable Answer answer) {
        var now = System.nanoTime();
        if (answer != null) {
            heard.accept(answer);
            turn = Math.max(now, turn + everyNanos);
        }
        return turn > now ? new Pause(Duration.ofNanos(turn - now)) : new Send(requests.get());
    }
}
