package dev.frontrow.edge.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingRoomTests {

    private static final Duration WAIT = Duration.ofSeconds(20);

    private final WaitingRoom<String, String> room = new WaitingRoom<>(4, 1, 2, Duration.ZERO);

    @BeforeEach
    void open() {
        room.open();
    }

    @Test
    void handsOutOneKeyAtATimeInTheOrderOfComing() throws InterruptedException {
        room.enter("first", "ann");
        room.enter("second", "bob");
        room.enter("first", "cleo");
        room.enter("first", "dan");

        assertThat(taken()).containsExactly("ann", "cleo");
        assertThat(taken()).containsExactly("bob");
        room.done(List.of("first"));
        assertThat(taken()).containsExactly("dan");
    }

    @Test
    void handsOutSeveralKeysTogetherWhereItMay() throws InterruptedException {
        var wide = new WaitingRoom<String, String>(10, 2, 4, Duration.ZERO);
        wide.open();
        wide.enter("first", "ann");
        wide.enter("second", "bob");
        wide.enter("first", "cleo");
        wide.enter("third", "dan");

        var batch = wide.take();
        assertThat(batch.keys()).containsExactly("first", "second");
        assertThat(batch.requests()).containsExactly("ann", "cleo", "bob");
        wide.enter("first", "eve");
        assertThat(wide.take().requests()).containsExactly("dan");
        wide.done(List.of("first", "second"));
        assertThat(wide.take().requests()).containsExactly("eve");
    }

    @Test
    void handsOutWhatIsHeldUpApartAndARequestAtATime() throws InterruptedException {
        room.enter("first", "ann");
        assertThat(taken()).containsExactly("ann");
        room.enter("first", "bob");
        room.holdUp("first");
        room.takeBack("first", "ann");
        room.done(List.of("first"));
        room.enter("second", "cleo");

        assertThat(taken()).containsExactly("cleo");
        assertThat(room.takeHeldUp().requests()).containsExactly("ann");
        room.done(List.of("first"));
        room.enter("first", "dan");
        assertThat(room.takeHeldUp().requests()).containsExactly("bob");
        room.letGo("first");
        room.done(List.of("first"));
        assertThat(taken()).containsExactly("dan");
    }

    @Test
    void letsNobodyInBeyondItsLimit() throws InterruptedException {
        for (var user : List.of("ann", "bob", "cleo", "dan")) {
            assertThat(room.enter("first", user)).isTrue();
        }

        assertThat(room.enter("second", "eve")).isFalse();
        assertThat(taken()).hasSize(2);
        assertThat(room.enter("second", "eve")).isTrue();
    }

    @Test
    void servesThoseInsideWhenItClosesAndNobodyElse() throws InterruptedException {
        room.enter("first", "ann");
        room.close();

        assertThat(room.enter("first", "bob")).isFalse();
        assertThat(taken()).containsExactly("ann");
        room.done(List.of("first"));
        assertThat(room.take()).isNull();
    }

    @Test
    void servesWhatIsTakenBackAfterItHasClosed() throws InterruptedException {
        room.enter("first", "ann");
        assertThat(taken()).containsExactly("ann");
        room.close();
        var heldUp = new CompletableFuture<List<String>>();
        var writer = Thread.startVirtualThread(() -> {
            try {
                var batch = room.takeHeldUp();
                heldUp.complete(batch == null ? List.of() : batch.requests());
            } catch (InterruptedException stopped) {
                heldUp.completeExceptionally(stopped);
            }
        });
        Awaitility.await().until(() -> writer.getState() == Thread.State.WAITING || heldUp.isDone());

        room.holdUp("first");
        room.takeBack("first", "ann");
        room.done(List.of("first"));

        assertThat(heldUp).succeedsWithin(WAIT).isEqualTo(List.of("ann"));
        room.done(List.of("first"));
        assertThat(room.takeHeldUp()).isNull();
        assertThat(room.take()).isNull();
    }

    @Test
    void gathersUntilTheyAreAWholeBatch() {
        var gathering = gathering(Duration.ofHours(1));
        gathering.enter("first", "ann");
        var batch = takenBySomebodyWhoWaits(gathering);

        gathering.enter("second", "bob");
        assertThat(batch).isNotDone();
        gathering.enter("first", "cleo");

        assertThat(batch).succeedsWithin(WAIT).isEqualTo(List.of("ann", "cleo", "bob"));
    }

    @Test
    void gathersNoLongerThanItMay() throws InterruptedException {
        var gathering = gathering(Duration.ofMillis(1));
        gathering.enter("first", "ann");

        assertThat(gathering.take().requests()).containsExactly("ann");
    }

    @Test
    void gathersNobodyOnceItIsClosed() {
        var gathering = gathering(Duration.ofHours(1));
        gathering.enter("first", "ann");
        var batch = takenBySomebodyWhoWaits(gathering);

        gathering.close();

        assertThat(batch).succeedsWithin(WAIT).isEqualTo(List.of("ann"));
    }

    private static WaitingRoom<String, String> gathering(Duration time) {
        var gathering = new WaitingRoom<String, String>(10, 10, 3, time);
        gathering.open();
        return gathering;
    }

    private static CompletableFuture<List<String>> takenBySomebodyWhoWaits(WaitingRoom<String, String> room) {
        var taken = new CompletableFuture<List<String>>();
        var writer = Thread.startVirtualThread(() -> {
            try {
                taken.complete(room.take().requests());
            } catch (InterruptedException stopped) {
                taken.completeExceptionally(stopped);
            }
        });
        Awaitility.await().until(() -> writer.getState() == Thread.State.TIMED_WAITING);
        return taken;
    }

    private List<String> taken() throws InterruptedException {
        return room.take().requests();
    }
}
