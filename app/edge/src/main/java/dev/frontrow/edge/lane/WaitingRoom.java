package dev.frontrow.edge.lane;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where requests wait until a writer has time, so that those in flight together are done together.
 *
 * <p>Bounded. Hands out keys in turn, and each key to one writer at a time, its requests in the order in which they came.
 * An idle writer takes what is there as soon as the first of them has waited for others as long as the room gathers. What is
 * held up, because its row was waited for in vain, is handed out separately, a request at a time, so that the others don't wait
 * with it.
 */
final class WaitingRoom<K, R> {

    /** How long what was waited for in vain is kept apart, unless it is had before. */
    private static final long HELD_UP_NANOS = Duration.ofSeconds(10).toNanos();

    private final int requestsMax;
    private final int keysMax;
    private final int batchSizeMax;
    private final long gatheringNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somebodyCame = lock.newCondition();
    private final Condition somebodyHeldUpCame = lock.newCondition();
    private final Map<K, ArrayDeque<R>> waiting = new HashMap<>();
    private final ArrayDeque<K> ready = new ArrayDeque<>();
    private final ArrayDeque<K> readyHeldUp = new ArrayDeque<>();

    /** Until when, by {@link System#nanoTime()}. */
    private final Map<K, Long> heldUp = new HashMap<>();

    private final Set<K> busy = new HashSet<>();
    private int count;
    private long readySinceNanos;
    private boolean open;

    WaitingRoom(int requestsMax, int keysMax, int batchSizeMax, Duration gathering) {
        this.requestsMax = requestsMax;
        this.keysMax = keysMax;
        this.batchSizeMax = batchSizeMax;
        this.gatheringNanos = gathering.toNanos();
    }

    void open() {
        lock.lock();
        try {
            open = true;
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody in any more; those inside are still served. */
    void close() {
        lock.lock();
        try {
            open = false;
            somebodyCame.signalAll();
            somebodyHeldUpCame.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets a request in, if the room is open and not full. */
    boolean enter(K key, R request) {
        lock.lock();
        try {
            if (!open || count >= requestsMax) {
                return false;
            }
            var line = waiting.computeIfAbsent(key, first -> new ArrayDeque<>());
            line.add(request);
            count++;
            if (line.size() == 1 && !busy.contains(key)) {
                makeReady(key).signal();
            } else if (count == batchSizeMax) {
                somebodyCame.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Keeps a key apart from now on, whose rows were waited for in vain. */
    void holdUp(K key) {
        lock.lock();
        try {
            var now = System.nanoTime();
            heldUp.values().removeIf(until -> until - now <= 0);
            heldUp.put(key, now + HELD_UP_NANOS);
        } finally {
            lock.unlock();
        }
    }

    /** Keeps a key apart no more. */
    void letGo(K key) {
        lock.lock();
        try {
            heldUp.remove(key);
        } finally {
            lock.unlock();
        }
    }

    boolean isHeldUp(K key) {
        lock.lock();
        try {
            var until = heldUp.get(key);
            return until != null && until - System.nanoTime() > 0;
        } finally {
            lock.unlock();
        }
    }

    /** Takes back a request that was handed out, in front of those of its key that came later. */
    void takeBack(K key, R request) {
        lock.lock();
        try {
            waiting.computeIfAbsent(key, first -> new ArrayDeque<>()).addFirst(request);
            count++;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the next request of what is held up, and waits for one if need be. {@link #done} gives its key back.
     *
     * @return nothing but once the room is closed and empty
     */
    @Nullable
    Batch<K, R> takeHeldUp() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (readyHeldUp.isEmpty()) {
                if (!open && count == 0 && busy.isEmpty()) { // what is being done may yet be taken back
                    return null;
                }
                somebodyHeldUpCame.await();
            }
            var key = readyHeldUp.remove();
            busy.add(key);
            var request = requireNonNull(waiting.get(key)).remove();
            count--;
            return new Batch<>(List.of(key), List.of(request));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the next batch of what is not held up, and waits for one if need be. {@link #done} gives its keys back.
     *
     * @return nothing but once the room is closed and empty
     */
    @Nullable
    Batch<K, R> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (rejoinOthers(); ready.isEmpty() || gatheringNanosLeft() > 0; rejoinOthers()) {
                if (!ready.isEmpty()) {
                    somebodyCame.awaitNanos(gatheringNanosLeft());
                } else if (open || count > 0) {
                    somebodyCame.await();
                } else {
                    return null;
                }
            }
            var keys = new ArrayList<K>();
            var requests = new ArrayList<R>();
            while (!ready.isEmpty() && keys.size() < keysMax && requests.size() < batchSizeMax) {
                var key = ready.remove();
                keys.add(key);
                busy.add(key);
                var line = waiting.getOrDefault(key, new ArrayDeque<>());
                while (!line.isEmpty() && requests.size() < batchSizeMax) {
                    requests.add(line.remove());
                }
            }
            count -= requests.size();
            return new Batch<>(keys, requests);
        } finally {
            lock.unlock();
        }
    }

    /** Gives back the keys of a batch that is done, or has failed. */
    void done(List<K> keys) {
        lock.lock();
        try {
            for (var key : keys) {
                busy.remove(key);
                var line = waiting.get(key);
                if (line == null || line.isEmpty()) {
                    waiting.remove(key);
                } else {
                    makeReady(key);
                }
            }
            somebodyCame.signalAll();
            somebodyHeldUpCame.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What was kept apart for long enough goes with the others again, so that it does not wait behind what still is. */
    private void rejoinOthers() {
        for (var keys = readyHeldUp.iterator(); keys.hasNext(); ) {
            var key = keys.next();
            if (!isHeldUp(key)) {
                keys.remove();
                makeReady(key);
            }
        }
    }

    /** Answers whom that concerns. */
    private Condition makeReady(K key) {
        if (isHeldUp(key)) {
            readyHeldUp.add(key);
            return somebodyHeldUpCame;
        }
        if (ready.isEmpty()) {
            readySinceNanos = System.nanoTime();
        }
        ready.add(key);
        return somebodyCame;
    }

    private long gatheringNanosLeft() {
        return open && count < batchSizeMax ? readySinceNanos + gatheringNanos - System.nanoTime() : 0;
    }

    /** What is done together. */
    record Batch<K, R>(List<K> keys, List<R> requests) {}
}
