package dev.frontrow.reservation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.UserId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WaitingEntryTests {

    @Test
    void waitsForNothingButItsOwnWish() {
        var waiting = entry(WaitingStatus.WAITING);

        assertThat(waiting.isWaitingFor(wish(2, "A"))).isTrue();
        assertThat(waiting.isWaitingFor(wish(1, "A"))).isFalse();
        assertThat(waiting.isWaitingFor(wish(2, "B"))).isFalse();
        assertThat(waiting.isWaitingFor(wish(2))).isFalse();
    }

    @Test
    void waitsNoMoreOnceItWasOfferedSomethingOrHasEnded() {
        assertThat(entry(WaitingStatus.OFFERED).isWaitingFor(wish(2, "A"))).isFalse();
        assertThat(entry(WaitingStatus.ENDED).isWaitingFor(wish(2, "A"))).isFalse();
    }

    private static WaitingEntry entry(WaitingStatus status) {
        return new WaitingEntry(ScheduleId.generate(), new UserId("anna"), wish(2, "A"), status, Optional.empty());
    }

    private static SeatWish wish(int seats, String... sections) {
        return new SeatWish(seats, new TreeSet<>(List.of(sections)));
    }
}
