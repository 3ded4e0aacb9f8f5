package dev.frontrow.concert;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers the one question other modules have: what is on sale, and when. What is hidden is not there.
 *
 * <p>What it is asked in passing comes from memory, a second old at most, and mostly costs no SQL. Whoever decides by it asks what
 * is current: that is read from the database. Compare the windows with the database's clock, never with an instance's. Safe for
 * any number of threads.
 */
public interface ConcertSales {

    /** The sale of one schedule, a second ago at most, or nothing where there is no such schedule. */
    Optional<ScheduleSale> ofSchedule(ScheduleId scheduleId);

    /** The sales of all schedules of a concert, a second ago at most, or nothing where there is no such concert. */
    Optional<ConcertSale> ofConcert(ConcertId concertId);

    /** The sales of those schedules that there are, as they are now, seen by the caller's transaction if there is one. */
    Map<ScheduleId, ScheduleSale> current(Collection<ScheduleId> scheduleIds);

    /** The sales of all schedules of a concert, as they are now, or nothing where there is no such concert. */
    Optional<ConcertSale> current(ConcertId concertId);

    /** The same of a concert that may be hidden, for those who may see it nevertheless. */
    Optional<ConcertSale> evenIfHidden(ConcertId concertId);

    /** The sale of one schedule, as it is now, of a concert that may be hidden, for those who may see it nevertheless. */
    Optional<ScheduleSale> evenIfHidden(ScheduleId scheduleId);

    /** The schedules of these concerts that can be reserved at this instant; no concert that has none. */
    Map<ConcertId, List<ScheduleId>> open(Collection<ConcertId> concertIds);
}
