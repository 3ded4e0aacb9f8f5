package dev.frontrow.reservation.domain;

import dev.frontrow.concert.ScheduleId;

/** The user is not on the schedule's waiting list, or not any more. */
public final class NotOnWaitingList extends ReservationRefused {

    private static final long serialVersionUID = 1L;

    public NotOnWaitingList(ScheduleId scheduleId) {
        super("You are not on the waiting list of schedule " + scheduleId + ".");
    }
}
