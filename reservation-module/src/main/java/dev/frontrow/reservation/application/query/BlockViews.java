package dev.frontrow.reservation.application.query;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;

/** What an organiser can see of blocks. */
public interface BlockViews {

    /** A page of the blocks of a schedule that some seat is in, newest first. */
    Page<BlockView> page(ScheduleId scheduleId, PageRequest request);
}
