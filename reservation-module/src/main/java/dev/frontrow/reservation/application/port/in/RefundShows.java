package dev.frontrow.reservation.application.port.in;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.domain.ReservationId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives back what was paid for cancelled shows, in full, some reservations a transaction. Any number may be at it at once. */
public interface RefundShows {

    /** The shows whose refunds are not all made, the longest cancelled first; counts the refunds that fail. */
    List<ScheduleId> unfinished();

    /**
     * Some reservations of a show that are still paid, those first that were made first; none that is put off.
     *
     * @param other those alone that were made later than this one, if it is given
     */
    List<ReservationId> due(ScheduleId scheduleId, @Nullable ReservationId other);

    /**
     * Refunds reservations of a cancelled show and counts them, all in one transaction or none; passes by those that are refunded
     * already, or that somebody is at work on.
     *
     * @return how many were refunded
     */
    int refund(ScheduleId scheduleId, Collection<ReservationId> ids);

    /**
     * Puts off a reservation whose refund has failed: for a minute, and twice as long each time, up to an hour. Does nothing where
     * somebody has refunded it meanwhile.
     */
    void putOff(ReservationId id);
}
