package dev.frontrow.reservation.application.query;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.queue.SeatCount;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Counts seats as they are at this instant: one whose hold is over can be had, and one that is blocked is neither had nor held. */
public interface SeatCounts {

    /**
     * The seats of each concert.
     *
     * @param open which schedules to count; none, for a concert of which nothing can be reserved
     */
    Map<ConcertId, SeatCount> of(Collection<ConcertId> concertIds, Map<ConcertId, List<ScheduleId>> open);
}
