package dev.frontrow.app.faults;

import java.util.concurrent.atomic.AtomicLong;

/** How many requests of all buyers were answered, and how not. */
final class Tally {

    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong polls = new AtomicLong();
    private final AtomicLong cutOff = new AtomicLong();
    private final AtomicLong unavailable = new AtomicLong();

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

    @Override
    public String toString() {
        return "%,d changes acknowledged, %,d polls, %,d requests cut off, %,d unavailable"
                .formatted(acknowledged.get(), polls.get(), cutOff.get(), unavailable.get());
    }
}
