package dev.frontrow.reservation.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.payment.Points;
import dev.frontrow.reservation.application.port.out.Seats.ListState;
import dev.frontrow.reservation.application.port.out.Seats.Locked;
import dev.frontrow.reservation.domain.Seat;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockedSeatsTests {

    private static final ScheduleId EVENING = ScheduleId.generate();
    private static final ScheduleId MATINEE = ScheduleId.generate();

    @Test
    void areWaitedForWhereSomebodyWaitsAndOneOfThemIsFree() {
        assertThat(locked(SeatStatus.AVAILABLE, true).waitedFor()).containsExactly(EVENING);
        assertThat(locked(SeatStatus.AVAILABLE, false).waitedFor()).isEmpty();
        assertThat(locked(SeatStatus.HELD, true).waitedFor()).isEmpty();
        assertThat(locked(SeatStatus.SOLD, true).waitedFor()).isEmpty();
    }

    /** One seat of the evening, and a free one of a matinee that nobody waits for. */
    private static Locked locked(SeatStatus status, boolean waits) {
        return new Locked(
                List.of(seat(1, EVENING, status), seat(2, MATINEE, SeatStatus.AVAILABLE)),
                Map.of(EVENING, new ListState(1, waits), MATINEE, new ListState(0, false)),
                Optional.empty());
    }

    private static Seat seat(long id, ScheduleId scheduleId, SeatStatus status) {
        return new Seat(new SeatId(id), scheduleId, "A-1-" + id, new Points(100), status);
    }
}
