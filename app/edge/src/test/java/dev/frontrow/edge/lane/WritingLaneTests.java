package dev.frontrow.edge.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.edge.Lane.Limits;
import dev.frontrow.edge.Outcome;
import dev.frontrow.edge.Outcome.Done;
import dev.frontrow.edge.Outcome.LeftOut;
import dev.frontrow.edge.Outcome.Refused;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.UncategorizedSQLException;

class WritingLaneTests {

    private static final Duration WAIT = Duration.ofSeconds(20);

    private final CountDownLatch begin = new CountDownLatch(1);

    /** Until then, whoever holds what the others need does so; and whether it has been met. */
    private final CountDownLatch end = new CountDownLatch(1);

    private final AtomicBoolean met = new AtomicBoolean();
    private final List<List<String>> batches = new CopyOnWriteArrayList<>();
    private WritingLane<String, String, String> lane = lane(WAIT);

    @AfterEach
    void close() {
        begin.countDown();
        end.countDown();
        lane.close();
    }

    @Test
    void answersEachWithItsOwnOutcome() {
        lane.open();
        var asked = askWhileBusy("ann", "not-this-one", "bob");
        begin.countDown();

        assertOnlyTheMiddleFailed(asked, "not this one");
        assertThat(batches).containsExactly(List.of("first"), List.of("ann", "not-this-one", "bob"));
    }

    @Test
    void repeatsOneByOneWhatFailsBecauseOfOne() {
        lane.open();
        var asked = askWhileBusy("ann", "unwritable", "bob");
        begin.countDown();

        assertOnlyTheMiddleFailed(asked, "unavailable");
    }

    @Test
    void repeatsOneByOneWhatMetALock() {
        lane.open();
        var asked = askWhileBusy("ann", "locked");
        begin.countDown();

        assertThat(asked.getFirst()).succeedsWithin(WAIT).isEqualTo("done for ann");
        assertThat(asked.getLast()).succeedsWithin(WAIT).isEqualTo("done for locked");
    }

    @Test
    void repeatsOneByOneWhatWaitedForALockInVain() {
        lane.open();
        var asked = askWhileBusy("ann", "stuck", "bob");
        begin.countDown();

        assertThat(asked.get(0)).succeedsWithin(WAIT).isEqualTo("done for ann");
        assertThat(asked.get(1))
                .failsWithin(WAIT)
                .withThrowableThat()
                .withMessageContaining("canceled on lock timeout");
        assertThat(asked.get(2)).succeedsWithin(WAIT).isEqualTo("done for bob");
    }

    @Test
    void letsTheOthersGoOnWhileOneIsHeldUp() {
        lane = lane(WAIT, one -> one);
        lane.open();
        begin.countDown();
        assertThat(ask("held")).failsWithin(WAIT);

        var held = ask("held");
        var twin = ask("held");
        assertThat(ask("bob")).succeedsWithin(WAIT);
        end.countDown();

        assertThat(held).succeedsWithin(WAIT);
        assertThat(twin).succeedsWithin(WAIT);
        assertThat(batches).filteredOn(batch -> batch.contains("held")).containsOnly(List.of("held"));
    }

    @Test
    void keepsTheOrderOfThoseWhomOneHoldsUp() {
        lane.open();
        var asked = askWhileBusy("stuck", "ann", "bob");
        begin.countDown();

        assertThat(asked.get(0)).failsWithin(WAIT);
        assertThat(asked.get(1)).succeedsWithin(WAIT);
        assertThat(asked.get(2)).succeedsWithin(WAIT);
        assertThat(batches).endsWith(List.of("ann"), List.of("bob"));
    }

    @Test
    void doesAloneWhatWasLeftOut() {
        lane.open();
        var asked = askWhileBusy("ann", "left-out", "bob");
        begin.countDown();

        assertThat(asked)
                .extracting(one -> one.get(WAIT.toSeconds(), TimeUnit.SECONDS))
                .containsExactly("done for ann", "done for left-out", "done for bob");
        assertThat(batches).containsExactly(List.of("first"), List.of("ann", "left-out", "bob"), List.of("left-out"));
    }

    @Test
    void failsAllOfABatchWhenItIsTheFaultOfNone() {
        lane.open();
        var asked = askWhileBusy("ann", "out-of-order");
        begin.countDown();

        assertThat(asked)
                .allSatisfy(one -> assertThat(one)
                        .failsWithin(WAIT)
                        .withThrowableThat()
                        .havingRootCause()
                        .withMessage("out of order"));
    }

    @Test
    void goesOnAfterAnError() {
        lane.open();
        var asked = askWhileBusy("ann", "erroneous");
        begin.countDown();

        assertThat(asked)
                .allSatisfy(one -> assertThat(one)
                        .failsWithin(WAIT)
                        .withThrowableThat()
                        .havingRootCause()
                        .isInstanceOf(StackOverflowError.class));
        assertThat(lane.ask("bob")).isEqualTo("done for bob");
    }

    @Test
    void letsNobodyWaitForEverAndPassesOverWhoHasGivenUp() {
        lane = lane(Duration.ofSeconds(1));
        lane.open();

        var asked = askWhileBusy("ann");
        assertThat(asked.getFirst())
                .failsWithin(WAIT)
                .withThrowableThat()
                .havingRootCause()
                .withMessage("unavailable");

        begin.countDown();
        lane.close();
        assertThat(batches).containsExactly(List.of("first"));
    }

    @Test
    void countsReadingWhatIsNeededForAQuestionAsWaiting() {
        var timeout = Duration.ofMillis(200);
        lane = lane(timeout);
        lane.open();
        begin.countDown();

        var began = System.nanoTime();
        assertThatThrownBy(() -> lane.ask(() -> {
                    Awaitility.await().until(() -> System.nanoTime() - began > 2 * timeout.toNanos());
                    return "ann";
                }))
                .hasMessage("unavailable");
        assertThat(batches).isEmpty();
    }

    @Test
    void letsNobodyInBeforeItOpensAndAfterItHasClosed() {
        begin.countDown();

        assertThatThrownBy(() -> lane.ask("ann")).hasMessage("unavailable");
        lane.open();
        assertThat(lane.ask("ann")).isEqualTo("done for ann");
        lane.close();
        assertThatThrownBy(() -> lane.ask("ann")).hasMessage("unavailable");
    }

    private WritingLane<String, String, String> lane(Duration timeout) {
        return lane(timeout, one -> "key");
    }

    private WritingLane<String, String, String> lane(Duration timeout, Function<String, String> key) {
        var limits = new Limits(10, 1, 10, 1, timeout, () -> new IllegalStateException("unavailable"));
        return new WritingLane<>("test-lane", limits, key, this::write);
    }

    private static void assertOnlyTheMiddleFailed(List<CompletableFuture<String>> asked, String message) {
        assertThat(asked.get(0)).succeedsWithin(WAIT).isEqualTo("done for ann");
        assertThat(asked.get(1))
                .failsWithin(WAIT)
                .withThrowableThat()
                .havingRootCause()
                .withMessage(message);
        assertThat(asked.get(2)).succeedsWithin(WAIT).isEqualTo("done for bob");
    }

    /** Has these asked, one after another, while the only writer is busy with a first one until it may begin. */
    private List<CompletableFuture<String>> askWhileBusy(String... asked) {
        ask("first");
        Awaitility.await().until(() -> !batches.isEmpty());
        return Stream.of(asked).map(this::ask).toList();
    }

    private CompletableFuture<String> ask(String one) {
        var answer = new CompletableFuture<String>();
        var thread = Thread.startVirtualThread(() -> {
            try {
                answer.complete(lane.ask(one));
            } catch (RuntimeException refused) {
                answer.completeExceptionally(refused);
            }
        });
        Awaitility.await().until(() -> thread.getState() == Thread.State.TIMED_WAITING || answer.isDone());
        return answer;
    }

    private List<Outcome<String>> write(List<String> asked) {
        batches.add(asked);
        var lockTimeout =
                new UncategorizedSQLException("task", null, new SQLException("canceled on lock timeout", "55P03"));
        try {
            begin.await();
            if (asked.contains("held")) {
                if (!met.getAndSet(true)) {
                    throw lockTimeout;
                }
                end.await();
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        if (asked.contains("unwritable")) {
            throw new DataIntegrityViolationException("one of them");
        }
        if (asked.contains("locked") && asked.size() > 1) {
            throw new PessimisticLockingFailureException("deadlock");
        }
        if (asked.contains("stuck")) {
            throw lockTimeout;
        }
        if (asked.contains("out-of-order")) {
            throw new IllegalStateException("out of order");
        }
        if (asked.contains("erroneous")) {
            throw new StackOverflowError();
        }
        return asked.stream()
                .map(one -> one.equals("left-out") && asked.size() > 1 ? new LeftOut<String>() : outcome(one))
                .toList();
    }

    private static Outcome<String> outcome(String one) {
        return one.equals("not-this-one")
                ? new Refused<>(new IllegalStateException("not this one"))
                : new Done<>("done for " + one);
    }
}
