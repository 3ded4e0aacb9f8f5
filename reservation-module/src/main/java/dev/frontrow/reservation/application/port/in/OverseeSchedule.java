package dev.frontrow.reservation.application.port.in;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.reservation.application.query.BlockView;

/** Shows an organiser what has become of a schedule's seats. */
public interface OverseeSchedule {

    /** A page of the schedule's blocks, newest first; those that no seat is in any more are gone. */
    Page<BlockView> blocks(ScheduleId scheduleId, PageRequest request);
}
