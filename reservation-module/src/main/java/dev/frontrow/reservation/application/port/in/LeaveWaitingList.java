package dev.frontrow.reservation.application.port.in;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.UserId;

/** Has somebody wait no longer. */
public interface LeaveWaitingList {

    /** Takes the user off the schedule's list, and releases what was offered; refuses where the wait has ended already. */
    void leave(ScheduleId scheduleId, UserId userId);
}
