package dev.frontrow.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.AtOnce;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedReadingsTests {

    private static final long WEIGHT_MAX = 1_000;

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger read = new AtomicInteger();
    private final SharedReadings<String, String> readings =
            new SharedReadings<>(WEIGHT_MAX, String::length, nanos::get);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void leaveNobodyWaiting() {
        threads.shutdownNow();
    }

    @Test
    void areReadOnceForAllWhoAskAtOnce() {
        var outcomes = AtOnce.times(50, () -> readings.get("a", this::read));

        assertThat(outcomes).containsOnly("a 1");
        assertThat(readings.get("b", this::read)).isEqualTo("b 2");
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "400, 600", "900, 100", "5000, 100"})
    void liveForASecondFromWhenTheyBeganOrAMomentWhereTheyTakeLong(long takesMillis, long livesMillis) {
        readings.get("a", key -> {
            pass(Duration.ofMillis(takesMillis));
            return read(key);
        });

        pass(Duration.ofMillis(livesMillis - 1));
        assertThat(readings.get("a", this::read)).isEqualTo("a 1");
        pass(Duration.ofMillis(1));
        assertThat(readings.get("a", this::read)).isEqualTo("a 2");
    }

    @ParameterizedTest
    @CsvSource({"300, 0, 300", "300, 200, 100", "3000, 0, 1000"})
    void liveNoLongerThanTheyHold(long holdsMillis, long takesMillis, long livesMillis) {
        readings.get("a", key -> {
            pass(Duration.ofMillis(takesMillis));
            return new Reading<>(read(key).value(), Duration.ofMillis(holdsMillis));
        });

        pass(Duration.ofMillis(livesMillis - 1));
        assertThat(readings.get("a", this::read)).isEqualTo("a 1");
        pass(Duration.ofMillis(1));
        assertThat(readings.get("a", this::read)).isEqualTo("a 2");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "100, 300"})
    void areNotSharedWithThoseWhoComeLaterWhereTheyHoldNoMore(long holdsMillis, long takesMillis) {
        var first = readings.get("a", key -> {
            pass(Duration.ofMillis(takesMillis));
            return new Reading<>(read(key).value(), Duration.ofMillis(holdsMillis));
        });

        assertThat(first).isEqualTo("a 1");
        assertThat(readings.get("a", this::read)).isEqualTo("a 2");
    }

    @Test
    void failForAllWhoWaitAsForTheOneWhoReads() throws Exception {
        var failure = new IllegalStateException("no database");
        var begun = new CountDownLatch(1);
        var fails = new CountDownLatch(1);
        var reader = threads.submit(() -> readings.get("a", key -> {
            begun.countDown();
            await(fails);
            throw failure;
        }));
        begun.await();
        var waiting =
                List.of(waiting(() -> readings.get("a", this::read)), waiting(() -> readings.get("a", this::read)));
        fails.countDown();

        assertThat(reader)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCause(failure);
        for (var each : waiting) {
            assertThatThrownBy(each::get).isInstanceOf(ExecutionException.class).hasCause(failure);
        }
        assertThat(readings.get("a", this::read)).isEqualTo("a 1");
    }

    @Test
    void areForgottenAlsoWhileTheyAreUnderWay() throws Exception {
        readings.get("b", this::read);
        var begun = new CountDownLatch(1);
        var ends = new CountDownLatch(1);
        var before = threads.submit(() -> readings.get("a", key -> {
            var reading = read(key);
            begun.countDown();
            await(ends);
            return reading;
        }));
        begun.await();

        readings.forget(key -> key.equals("a"));

        assertThat(readings.get("a", this::read)).isEqualTo("a 3");
        ends.countDown();
        assertThat(before.get()).isEqualTo("a 2");
        assertThat(readings.get("a", this::read)).isEqualTo("a 3");
        assertThat(readings.get("b", this::read)).isEqualTo("b 1");
    }

    @Test
    void weighNoMoreThanTheyMayTogether() {
        var heavy = "x".repeat((int) WEIGHT_MAX / 4);
        for (int n = 0; n < 100; n++) {
            readings.get(Integer.toString(n), _ -> Reading.of(heavy));
        }

        Awaitility.await()
                .untilAsserted(() -> assertThat(IntStream.range(0, 100)
                                .filter(n -> isKept(Integer.toString(n)))
                                .count())
                        .isBetween(1L, 4L));
    }

    private boolean isKept(String key) {
        try {
            readings.get(key, _ -> {
                throw new IllegalArgumentException("not kept: " + key);
            });
            return true;
        } catch (IllegalArgumentException notKept) {
            return false;
        }
    }

    private Reading<String> read(String key) {
        return Reading.of(key + " " + read.incrementAndGet());
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Does something on a thread of its own, and comes back once that waits. */
    private static Future<String> waiting(Callable<String> thing) {
        var task = new FutureTask<>(thing);
        var thread = Thread.ofPlatform().daemon().start(task);
        Awaitility.await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return task;
    }
}
