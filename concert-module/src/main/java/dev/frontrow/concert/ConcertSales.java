package dev.frontrow.concert;

import java.util.Optional;

/**
 * Answers the one question other modules have: what is on sale, and when.
 *
 * <p>A concert never changes once it exists, so the answers may come from memory and cost no SQL; something not found is
 * asked again each time. Compare the windows with the database's clock, never with an instance's. Safe for any number of
 * threads.
 */
public interface ConcertSales {

    /** The sale of one schedule, or nothing where there is no such schedule. */
    Optional<ScheduleSale> ofSchedule(ScheduleId scheduleId);

    /** The sales of all schedules of a concert, or nothing where there is no such concert. */
    Optional<ConcertSale> ofConcert(ConcertId concertId);
}
