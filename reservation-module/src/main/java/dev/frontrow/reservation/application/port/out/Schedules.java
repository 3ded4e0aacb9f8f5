package dev.frontrow.reservation.application.port.out;

import dev.frontrow.concert.ScheduleSale;

/** What is on sale. */
public interface Schedules {

    /** The sale of a schedule, as a client names it; refuses where there is no such schedule. */
    ScheduleSale named(String scheduleId);
}
