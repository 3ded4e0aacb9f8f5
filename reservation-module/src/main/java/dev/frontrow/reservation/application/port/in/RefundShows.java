package dev.frontrow.reservation.application.port.in;

import dev.frontrow.concert.ScheduleId;
import java.util.List;

/** Gives back what was paid for cancelled shows, in full, some reservations a transaction. Any number may be at it at once. */
public interface RefundShows {

    /** The shows whose refunds are not all made, the longest cancelled first. */
    List<ScheduleId> unfinished();

    /**
     * Refunds some reservations of a cancelled show and counts them, all in one transaction; passes by those that somebody is at
     * work on.
     *
     * @return how many were refunded
     */
    int refundSome(ScheduleId scheduleId);
}
