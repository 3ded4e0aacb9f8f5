package dev.frontrow.reservation.application.query;

import dev.frontrow.concert.ScheduleId;

/** Shows the seats of schedules. */
public interface SeatMaps {

    /** The seats as they were at most a second ago. Cheap, however many ask: all share one reading. */
    SeatMap of(ScheduleId scheduleId);
}
