package dev.frontrow.reservation.application.port.in;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.domain.Reason;

/** Has a show cancelled for an organiser. */
public interface CallOffShow {

    /**
     * Has concert cancel the show, and all modules follow, in one transaction: from its commit on nothing of the show can be had or
     * paid. Does nothing where that was done before. What is paid is refunded afterwards, by {@link RefundShows}.
     *
     * @throws dev.frontrow.concert.ScheduleNotFound if there is no such schedule
     * @throws dev.frontrow.concert.ChangeNotAllowed if it has begun
     */
    void callOff(ScheduleId scheduleId, Reason reason);
}
