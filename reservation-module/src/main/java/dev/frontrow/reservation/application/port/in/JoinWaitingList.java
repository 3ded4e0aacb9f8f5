package dev.frontrow.reservation.application.port.in;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.domain.SeatWish;

/** Has somebody wait for seats that can't be had now. */
public interface JoinWaitingList {

    /**
     * Puts the user at the end of the schedule's list. Who waits already keeps the place, and waits for this from now on; who was
     * offered as many seats keeps the offer.
     *
     * @return whether the user waits anew
     */
    boolean join(ScheduleId scheduleId, UserId userId, SeatWish wish);
}
