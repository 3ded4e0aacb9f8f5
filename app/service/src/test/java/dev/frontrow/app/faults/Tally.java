package dev.frontrow.app.faults;

import dev.frontrow.app.Shop;
import dev.frontrow.app.Shop.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** How many requests were answered, how soon, and how not. */
final class Tally {

    /** Of a server that is away for the moment, or of a proxy in front of it. */
    private static final Set<Integer> PASSING = Set.of(502, 503, 504);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong polls = new AtomicLong();
    private final AtomicLong cutOff = new AtomicLong();
    private final AtomicLong unavailable = new AtomicLong();
    private final Recorder latencies = new Recorder(3);

    /** Sends a request again until it is answered, as the contract tells clients to. */
    Answer untilAnswered(Supplier<Answer> request) {
        while (true) {
            try {
                var began = System.nanoTime();
                var answer = request.get();
                latencies.recordValue(System.nanoTime() - began);
                if (!PASSING.contains(answer.status())) {
                    return answer;
                }
                unavailable.incrementAndGet();
            } catch (UncheckedIOException broken) {
                cutOff.incrementAndGet();
            }
            pause();
        }
    }

    /** Somebody who has logged in. */
    Shop.User user(Shop shop) {
        var id = "user-" + UUID.randomUUID();
        return shop.user(id, untilAnswered(() -> shop.login(id)).expect(200));
    }

    static void pause() {
        Pace.pause(PAUSE);
    }

    /** One that changed something was answered 2xx. */
    void acknowledged() {
        acknowledged.incrementAndGet();
    }

    void polled() {
        polls.incrementAndGet();
    }

    long acknowledgedSoFar() {
        return acknowledged.get();
    }

    /** How often a request had to be sent again. */
    long refused() {
        return unavailable.get() + cutOff.get();
    }

    /** In how many nanoseconds requests were answered since this was asked last. */
    Histogram latencies() {
        return latencies.getIntervalHistogram();
    }

    @Override
    public String toString() {
        return "%,d changes acknowledged, %,d polls, %,d requests cut off, %,d unavailable"
                .formatted(acknowledged.get(), polls.get(), cutOff.get(), unavailable.get());
    }
}
