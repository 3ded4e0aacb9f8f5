package dev.frontrow.queue.application;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.domain.QueueRefused.JoiningUnavailable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where requests to join wait until a writer has time, so that those in flight together are written together.
 *
 * <p>Bounded. Hands out one concert at a time, in turn, and each concert to one writer at a time, its requests in the
 * order in which they came. Nobody waits for a batch to fill: an idle writer takes what is there.
 */
final class WaitingRoom {

    private final int requestsMax;
    private final int batchSizeMax;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somebodyCame = lock.newCondition();
    private final Map<ConcertId, ArrayDeque<JoinRequest>> waiting = new HashMap<>();
    private final ArrayDeque<ConcertId> ready = new ArrayDeque<>();
    private final Set<ConcertId> busy = new HashSet<>();
    private int count;
    private boolean open;

    WaitingRoom(int requestsMax, int batchSizeMax) {
        this.requestsMax = requestsMax;
        this.batchSizeMax = batchSizeMax;
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
        } finally {
            lock.unlock();
        }
    }

    void enter(JoinRequest request) {
        lock.lock();
        try {
            if (!open || count >= requestsMax) {
                throw new JoiningUnavailable();
            }
            var concertId = request.sale().concertId();
            var line = waiting.computeIfAbsent(concertId, id -> new ArrayDeque<>());
            line.add(request);
            count++;
            if (line.size() == 1 && !busy.contains(concertId)) {
                ready.add(concertId);
                somebodyCame.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the next batch, all of one concert, and waits for one if need be. {@link #done} gives the concert back.
     *
     * @return nothing but once the room is closed and empty
     */
    List<JoinRequest> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (ready.isEmpty()) {
                if (!open && count == 0) {
                    return List.of();
                }
                somebodyCame.await();
            }
            var concertId = ready.remove();
            busy.add(concertId);
            var line = waiting.getOrDefault(concertId, new ArrayDeque<>());
            var batch = new ArrayList<JoinRequest>();
            while (!line.isEmpty() && batch.size() < batchSizeMax) {
                batch.add(line.remove());
            }
            count -= batch.size();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** Gives back a concert whose batch is written, or has failed. */
    void done(ConcertId concertId) {
        lock.lock();
        try {
            busy.remove(concertId);
            var line = waiting.get(concertId);
            if (line == null || line.isEmpty()) {
                waiting.remove(concertId);
            } else {
                ready.add(concertId);
            }
            somebodyCame.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
