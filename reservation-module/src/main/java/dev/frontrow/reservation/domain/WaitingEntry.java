package dev.frontrow.reservation.domain;

import dev.frontrow.concert.ChangeNotAllowed;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.FieldProblem;
import dev.frontrow.edge.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Somebody's place on a schedule's waiting list.
 *
 * @param status as it is at the instant at which it was read
 * @param offer the reservation that was offered, if one was
 */
public record WaitingEntry(
        ScheduleId scheduleId, UserId userId, SeatWish wish, WaitingStatus status, Optional<ReservationId> offer) {

    /** Whether it is still to get something, or to decide on what it got. */
    public boolean isLiving() {
        return status != WaitingStatus.ENDED;
    }

    /** Whether seats are held for it; refuses to have another number of them. */
    public boolean isOfferedAsWished(SeatWish again) {
        if (status == WaitingStatus.OFFERED && again.seats() != wish.seats()) {
            throw new ChangeNotAllowed(List.of(
                    new FieldProblem("seats", "can't be changed while " + wish.seats() + " seats are offered")));
        }
        return status == WaitingStatus.OFFERED;
    }

    /** Whether it waits for just that. */
    public boolean isWaitingFor(SeatWish again) {
        return status == WaitingStatus.WAITING && wish.equals(again);
    }
}
