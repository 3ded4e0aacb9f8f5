package dev.frontrow.edge.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingRoomTests {

    private final WaitingRoom<String, String> room = new WaitingRoom<>(4, 1, 2);

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
        var wide = new WaitingRoom<String, String>(10, 2, 4);
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

    private List<String> taken() throws InterruptedException {
        return room.take().requests();
    }
}
