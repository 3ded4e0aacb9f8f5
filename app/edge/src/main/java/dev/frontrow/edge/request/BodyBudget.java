package dev.frontrow.edge.request;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much the bodies that are being read may take at once, and for how long each may be read. The first bytes of each are free,
 * so that whoever sends long ones slowly takes nothing from those who send the short ones of nearly all operations.
 *
 * @param bytesMax of one body
 * @param freeBytes of one body that are not counted
 * @param heldMax counted bytes of all bodies whose requests are not answered yet
 * @param time from the beginning of the first read to the end of the last
 * @param held how many there are at this moment
 */
record BodyBudget(int bytesMax, int freeBytes, long heldMax, Duration time, AtomicLong held) {

    static BodyBudget usual() {
        return new BodyBudget(1024 * 1024, 16 * 1024, 64L * 1024 * 1024, Duration.ofSeconds(20), new AtomicLong());
    }

    /** Counts bytes in, if there is room for them. */
    boolean take(long bytes) {
        if (held.addAndGet(bytes) <= heldMax) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }
}
