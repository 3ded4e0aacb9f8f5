package dev.frontrow.app.faults;

import java.time.Duration;

/** Turns that come at a steady pace, for any number of threads; one that is not taken is not made up for. */
final class Pace {

    /** As fast as one likes. */
    static final Pace NONE = new Pace(Duration.ZERO);

    private final long everyNanos;
    private long next;

    Pace(Duration every) {
        this.everyNanos = every.toNanos();
        this.next = System.nanoTime();
    }

    void takeTurn() {
        var now = System.nanoTime();
        long turn;
        synchronized (this) {
            turn = Math.max(now, next);
            next = turn + everyNanos;
        }
        if (turn > now) {
            pause(Duration.ofNanos(turn - now));
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
