package dev.frontrow.reservation.adapter.in.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.application.port.in.RefundShows;
import dev.frontrow.reservation.domain.ReservationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class ShowRefunderTests {

    private final Shows shows = new Shows();
    private final ShowRefunder refunder = new ShowRefunder(shows);

    @Test
    void refundsAllOthersOfAShowWhereOneCantBe() {
        var show = shows.cancelled(5);
        var broken = shows.paid(show).get(2);
        shows.failures.put(broken, new IllegalStateException("was never deducted"));

        refunder.refund();

        assertThat(shows.paid(show)).containsExactly(broken);
        assertThat(shows.putOff).containsExactly(broken);
    }

    @Test
    void letsTheShowsTakeTurns() {
        var large = shows.cancelled(5);
        var small = shows.cancelled(2);

        refunder.refund();

        assertThat(shows.turns).containsExactly(large, small, large, large);
    }

    @Test
    void givesAShowItsTurnThatIsCancelledMeanwhile() {
        var large = shows.cancelled(6);
        var later = new ArrayList<ScheduleId>();
        shows.meanwhile = () -> {
            if (later.isEmpty()) {
                later.add(shows.cancelled(1));
            }
        };

        refunder.refund();

        assertThat(shows.turns).containsExactly(large, large, later.getFirst(), large);
    }

    @Test
    void refundsTheOtherShowsWhereOneFails() {
        var failing = shows.cancelled(2);
        var other = shows.cancelled(2);
        shows.failures.put(shows.paid(failing).getFirst(), new DataAccessResourceFailureException("gone away"));

        assertThatThrownBy(refunder::refund).isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(shows.paid(failing)).hasSize(2);
        assertThat(shows.paid(other)).isEmpty();
        assertThat(shows.tries)
                .as("nothing is tried alone where the database fails")
                .isEqualTo(2);
        assertThat(shows.putOff).isEmpty();
    }

    /** Refunds all or none, two at a time. */
    private static class Shows implements RefundShows {

        private final Map<ScheduleId, List<ReservationId>> made = new LinkedHashMap<>();
        private final List<ReservationId> refunded = new ArrayList<>();
        private final Map<ReservationId, RuntimeException> failures = new LinkedHashMap<>();
        private final List<ScheduleId> turns = new ArrayList<>();
        private final List<ReservationId> putOff = new ArrayList<>();
        private Runnable meanwhile = () -> {};
        private int tries;

        ScheduleId cancelled(int reservations) {
            var show = ScheduleId.generate();
            made.put(
                    show,
                    Stream.generate(ReservationId::generate).limit(reservations).toList());
            return show;
        }

        List<ReservationId> paid(ScheduleId show) {
            return made.get(show).stream().filter(id -> !refunded.contains(id)).toList();
        }

        @Override
        public List<ScheduleId> unfinished() {
            return List.copyOf(made.keySet());
        }

        @Override
        public List<ReservationId> due(ScheduleId scheduleId, @Nullable ReservationId other) {
            return made.get(scheduleId).stream()
                    .skip(made.get(scheduleId).indexOf(other) + 1L)
                    .filter(id -> !refunded.contains(id))
                    .limit(2)
                    .toList();
        }

        @Override
        public int refund(ScheduleId scheduleId, Collection<ReservationId> ids) {
            tries++;
            ids.stream().filter(failures::containsKey).findFirst().ifPresent(id -> {
                throw failures.get(id);
            });
            turns.add(scheduleId);
            refunded.addAll(ids);
            meanwhile.run();
            return ids.size();
        }

        @Override
        public void putOff(ReservationId id) {
            putOff.add(id);
        }
    }
}
