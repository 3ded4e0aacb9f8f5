package dev.frontrow.edge.request;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How much the bodies that are being read may take at once, and for how long each may be read. The first bytes of each are free,
 * so that whoever sends long ones slowly takes nothing from those who send the short ones of nearly all operations.
 *
 * @param bytesMax of one body
 * @param freeBytes of one body that are not counted
 * @param heldMax counted bytes of all bodies whose requests are not answered yet
 * @param addressMax how many of them may be one address's, so that others have room too
 * @param time from the beginning of the first read to the end of the last
 * @param held how many there are at this moment
 * @param heldOf how many of them each address has
 */
record BodyBudget(
        int bytesMax,
        int freeBytes,
        long heldMax,
        long addressMax,
        Duration time,
        AtomicLong held,
        ConcurrentMap<String, Long> heldOf) {

    BodyBudget(int bytesMax, int freeBytes, long heldMax, long addressMax, Duration time) {
        this(bytesMax, freeBytes, heldMax, addressMax, time, new AtomicLong(), new ConcurrentHashMap<>());
    }

    static BodyBudget usual() {
        return new BodyBudget(1024 * 1024, 16 * 1024, 64L * 1024 * 1024, 16L * 1024 * 1024, Duration.ofSeconds(20));
    }

    /** Counts bytes in, if there is room for them; null stands for this machine, behind which may be everybody. */
    boolean take(@Nullable String address, long bytes) {
        boolean addressHasRoom = address == null || heldOf.merge(address, bytes, Long::sum) <= addressMax;
        if (held.addAndGet(bytes) <= heldMax && addressHasRoom) {
            return true;
        }
        giveBack(address, bytes);
        return false;
    }

    void giveBack(@Nullable String address, long bytes) {
        held.addAndGet(-bytes);
        if (address != null) {
            heldOf.computeIfPresent(address, (_, all) -> all == bytes ? null : all - bytes);
        }
    }
}
