package dev.frontrow.reservation.application.port.in;

import dev.frontrow.concert.ScheduleId;
import java.util.List;

/**
 * Offers free seats to those who wait for them. That they are free, for whatever reason, and that nobody else can have them
 * meanwhile, is found out by looking; any number may look at once.
 */
public interface OfferSeats {

    /** Schedules that somebody waits for and whose seats nobody has just looked at, those longest ago first. */
    List<ScheduleId> due();

    /**
     * Offers seats of a schedule that are free, to one after another in the order of joining, each as many as wished for or none.
     * Does nothing where somebody else is at it.
     *
     * @return whether more can be offered at once
     */
    boolean offer(ScheduleId scheduleId);
}
