package dev.frontrow.queue.application.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingRoomTests {

    private final WaitingRoom<String, String> room = new WaitingRoom<>(4, 2);

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
        room.done("first");
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
        room.done("first");
        assertThat(room.take()).isNull();
    }

    private List<String> taken() throws InterruptedException {
        return room.take().requests();
    }
}
