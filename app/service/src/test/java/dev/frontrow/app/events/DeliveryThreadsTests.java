package dev.frontrow.app.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryThreadsTests {

    private static final Duration WAIT = Duration.ofSeconds(20);

    private final DeliveryThreads threads = new DeliveryThreads(2);
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> ran = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        threads.start();
    }

    @AfterEach
    void letThemEnd() {
        end.countDown();
    }

    @Test
    void runNoMoreThanTheyMayAndDropTheRestWithoutWaiting() {
        threads.execute(() -> run("first"));
        threads.execute(() -> run("second"));
        threads.execute(() -> run("dropped"));
        assertThat(threads.free()).isZero();

        end.countDown();
        Awaitility.await().until(() -> threads.free() == 2);
        threads.execute(() -> run("next"));

        Awaitility.await().until(() -> ran.contains("next"));
        assertThat(ran).containsExactlyInAnyOrder("first", "second", "next");
    }

    @Test
    void areThereAgainAfterAListenerThatFails() {
        threads.execute(() -> {
            throw new IllegalStateException("this listener fails");
        });

        Awaitility.await().dontCatchUncaughtExceptions().until(() -> threads.free() == 2);
    }

    @Test
    void stopOnceTheListenersThatRunAreDone() {
        threads.execute(() -> run("first"));
        var stopper = new CompletableFuture<List<String>>();
        var stopping = Thread.startVirtualThread(() -> {
            threads.stop();
            stopper.complete(List.copyOf(ran));
        });
        Awaitility.await().until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        assertThat(stopper).isNotDone();

        end.countDown();

        assertThat(stopper).succeedsWithin(WAIT).isEqualTo(List.of("first"));
        threads.execute(() -> run("too late"));
        threads.start();
        threads.execute(() -> run("again"));
        Awaitility.await().until(() -> ran.contains("again"));
        assertThat(ran).containsExactly("first", "again");
    }

    private void run(String listener) {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        ran.add(listener);
    }
}
