package dev.frontrow.queue.application.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.queue.application.lane.Lane.Limits;
import dev.frontrow.queue.application.lane.Outcome.Done;
import dev.frontrow.queue.application.lane.Outcome.Refused;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class LaneTests {

    private static final Duration WAIT = Duration.ofSeconds(5);

    private final CountDownLatch begin = new CountDownLatch(1);
    private final List<List<String>> batches = new CopyOnWriteArrayList<>();
    private Lane<String, String, String> lane = lane(WAIT);

    @AfterEach
    void close() {
        begin.countDown();
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
        assertThat(lane.ask("key", "bob")).isEqualTo("done for bob");
    }

    @Test
    void letsNobodyWaitForEverAndPassesOverWhoHasGivenUp() {
        lane = lane(Duration.ofMillis(200));
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
    void letsNobodyInBeforeItOpensAndAfterItHasClosed() {
        begin.countDown();

        assertThatThrownBy(() -> lane.ask("key", "ann")).hasMessage("unavailable");
        lane.open();
        assertThat(lane.ask("key", "ann")).isEqualTo("done for ann");
        lane.close();
        assertThatThrownBy(() -> lane.ask("key", "ann")).hasMessage("unavailable");
    }

    private Lane<String, String, String> lane(Duration timeout) {
        return new Lane<>(
                "test-lane",
                new Limits(10, 10, 1, timeout),
                () -> new IllegalStateException("unavailable"),
                this::write);
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
                answer.complete(lane.ask("key", one));
            } catch (RuntimeException refused) {
                answer.completeExceptionally(refused);
            }
        });
        Awaitility.await().until(() -> thread.getState() == Thread.State.TIMED_WAITING || answer.isDone());
        return answer;
    }

    private List<Outcome<String>> write(String key, List<String> asked) {
        batches.add(asked);
        try {
            begin.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        if (asked.contains("unwritable")) {
            throw new DataIntegrityViolationException("one of them");
        }
        if (asked.contains("out-of-order")) {
            throw new IllegalStateException("out of order");
        }
        if (asked.contains("erroneous")) {
            throw new StackOverflowError();
        }
        return asked.stream().map(LaneTests::outcome).toList();
    }

    private static Outcome<String> outcome(String one) {
        return one.equals("not-this-one")
                ? new Refused<>(new IllegalStateException("not this one"))
                : new Done<>("done for " + one);
    }
}
