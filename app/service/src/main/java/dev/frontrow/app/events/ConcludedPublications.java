package dev.frontrow.app.events;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Publications whose listener has done what it was to do, or has failed, until that is written down: for many with one
 * statement.
 *
 * <p>Only in memory, and bounded. A publication that is lost here, because the instance dies or the statement fails, counts as
 * stale after a time and is delivered again. Safe for any number of threads.
 */
@Component
class ConcludedPublications implements SmartLifecycle {

    private static final int WAITING_MAX = 100_000;
    private static final int BATCH_SIZE_MAX = 1_000;

    private final BlockingQueue<UUID> completed = new LinkedBlockingQueue<>(WAITING_MAX);
    private final BlockingQueue<UUID> failed = new LinkedBlockingQueue<>(WAITING_MAX);
    private final EventPublications publications;
    private volatile boolean running;

    ConcludedPublications(EventPublications publications) {
        this.publications = publications;
    }

    void completed(UUID id) {
        completed.offer(id);
    }

    void failed(UUID id) {
        failed.offer(id);
    }

    /** Nobody waits for it, so it comes seldom enough for one commit to serve many. */
    @Scheduled(fixedDelay = 200)
    void write() {
        drain(completed, publications::delete);
        drain(failed, publications::fail);
    }

    private static void drain(BlockingQueue<UUID> concluded, Consumer<List<UUID>> statement) {
        List<UUID> batch = new ArrayList<>();
        while (concluded.drainTo(batch, BATCH_SIZE_MAX) > 0) {
            statement.accept(batch);
            batch.clear();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Writes down the last ones, once {@link DeliveryThreads} has waited for their listeners. */
    @Override
    public void stop() {
        running = false;
        write();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DeliveryThreads.PHASE - 1;
    }
}
