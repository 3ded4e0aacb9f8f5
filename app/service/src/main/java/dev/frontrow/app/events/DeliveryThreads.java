package dev.frontrow.app.events;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * The threads that run listeners after the commit: virtual ones, so that many listeners can wait in a lane at once, and a
 * bounded number of them.
 *
 * <p>Submitting never blocks and never fails: the payer submits in its after-commit phase, still holding its connection,
 * so an executor that made it wait would stall every payment. What does not fit is dropped here and stays in the event
 * publication registry, from where {@link EventResubmission} delivers it.
 *
 * <p>When the instance stops, the listeners that run are waited for, after the web server has answered the last request and
 * before the lanes close.
 */
class DeliveryThreads implements AsyncTaskExecutor, SmartLifecycle {

    static final int PHASE = DEFAULT_PHASE - 3072;

    private static final Logger log = LoggerFactory.getLogger(DeliveryThreads.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final ThreadFactory threads = Thread.ofVirtual().name("event-", 0).factory();
    private final int threadsMax;
    private final Semaphore free;
    private boolean stopped;
    private volatile boolean running;

    DeliveryThreads(int threadsMax) {
        this.threadsMax = threadsMax;
        this.free = new Semaphore(threadsMax);
    }

    @Override
    public void execute(Runnable listener) {
        if (free.tryAcquire()) {
            threads.newThread(() -> run(listener)).start();
        }
    }

    private void run(Runnable listener) {
        try {
            listener.run();
        } finally {
            free.release();
        }
    }

    /** How many more would find a thread at this moment. */
    int free() {
        return free.availablePermits();
    }

    @Override
    public synchronized void start() {
        running = true;
        if (stopped) {
            stopped = false;
            free.release(threadsMax);
        }
    }

    /** Waits for the listeners that run. Once they are done, no other finds a thread. */
    @Override
    public synchronized void stop() {
        running = false;
        try {
            stopped = free.tryAcquire(threadsMax, STOP_TIMEOUT.toNanos(), TimeUnit.NANOSECONDS);
            if (!stopped) {
                log.warn("{} listeners still run; what they were to do is done again", threadsMax - free());
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
