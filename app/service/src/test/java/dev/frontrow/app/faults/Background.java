package dev.frontrow.app.faults;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What goes on beside a test, each in a thread of its own, and must not fail. */
final class Background implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

    /** What one of them does. */
    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }

    void begin(Work work) {
        threads.submit(() -> {
            try {
                work.run();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | AssertionError failure) {
                if (!isOver()) {
                    failures.add(failure);
                }
            }
        });
    }

    boolean isOver() {
        return threads.isShutdown();
    }

    /** Sees that nothing has failed so far. */
    void check() {
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.size() + " failed, such as", failures.peek());
        }
    }

    /** Ends all of it, and waits for that. */
    void end() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(1, MINUTES)).isTrue();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
