package dev.frontrow.reservation.application.port.in;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.query.WaitingEntryView;

/** Shows somebody's own place on a waiting list. */
public interface LookAtWaitingList {

    /** The user's place on the schedule's list as it is at this instant; refuses where they never joined it, or have left it. */
    WaitingEntryView entry(ScheduleId scheduleId, UserId userId);
}
