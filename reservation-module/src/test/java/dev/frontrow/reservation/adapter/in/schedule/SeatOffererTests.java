package dev.frontrow.reservation.adapter.in.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.application.port.in.OfferSeats;
import dev.frontrow.reservation.domain.FreeSeats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeatOffererTests {

    private final Waiting waiting = new Waiting();
    private final SeatOfferer offerer = new SeatOfferer(waiting);

    @Test
    void givesEachScheduleATurnBeforeAnyHasASecondOne() {
        var popular = waiting.schedule(3);
        var other = waiting.schedule(2);

        offerer.offer();

        assertThat(waiting.turns).containsExactly(popular, other, popular, other, popular);
    }

    @Test
    void takesInWhatBecomesDueMeanwhile() {
        var popular = waiting.schedule(3);
        var late = ScheduleId.generate();
        waiting.meanwhile = () -> waiting.turnsLeft.putIfAbsent(late, 1);

        offerer.offer();

        assertThat(waiting.turns).containsExactly(popular, popular, late, popular);
    }

    @Test
    void readsWhatIsFreeOnceInTenTurns() {
        var popular = waiting.schedule(12);

        offerer.offer();

        assertThat(waiting.turns).hasSize(12).containsOnly(popular);
        assertThat(waiting.readings).isEqualTo(2);
    }

    @Test
    void goesOnWithTheOthersWhereOneFails() {
        var failing = waiting.schedule(1);
        var other = waiting.schedule(2);
        waiting.failures.put(failing, new IllegalStateException("no seats"));

        assertThatThrownBy(offerer::offer).hasMessage("no seats");

        assertThat(waiting.turns).as("and tries it once").containsExactly(failing, other, other);
    }

    /** Schedules that have something to offer in so many turns. */
    private static class Waiting implements OfferSeats {

        private final Map<ScheduleId, Integer> turnsLeft = new LinkedHashMap<>();
        private final Map<ScheduleId, RuntimeException> failures = new HashMap<>();
        private final List<ScheduleId> turns = new ArrayList<>();
        private Runnable meanwhile = () -> {};
        private int readings;

        ScheduleId schedule(int turns) {
            var id = ScheduleId.generate();
            turnsLeft.put(id, turns);
            return id;
        }

        @Override
        public List<ScheduleId> due() {
            return List.copyOf(turnsLeft.keySet());
        }

        @Override
        public Turn offer(ScheduleId scheduleId, Turn last) {
            turns.add(scheduleId);
            meanwhile.run();
            if (failures.containsKey(scheduleId)) {
                throw failures.get(scheduleId);
            }
            readings += last.left() == null ? 1 : 0;
            return turnsLeft.merge(scheduleId, -1, (left, taken) -> left + taken == 0 ? null : left + taken) == null
                    ? Turn.LAST
                    : new Turn(true, new FreeSeats(List.of()));
        }
    }
}
