package dev.frontrow.app.faults;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** How many requests of all buyers were answered, how soon, and how not. */
final class Tally {

    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong polls = new AtomicLong();
    private final AtomicLong cutOff = new AtomicLong();
    private final AtomicLong unavailable = new AtomicLong();
    private final Recorder latencies = new Recorder(3);

    void answered(Duration after) {
        latencies.recordValue(after.toNanos());
    }

    /** One that changed something was answered 2xx. */
    void acknowledged() {
        acknowledged.incrementAndGet();
    }

    void polled() {
        polls.incrementAndGet();
    }

    void cutOff() {
        cutOff.incrementAndGet();
    }

    void unavailable() {
        unavailable.incrementAndGet();
    }

    long acknowledgedSoFar() {
        return acknowledged.get();
    }

    long refused() {
        return unavailable.get();
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
