package dev.frontrow.reservation.application.port.in;

import dev.frontrow.concert.ScheduleMoved;
import dev.frontrow.concert.SectionPriced;

/** Has seats and reservations go by what was changed of their schedule, in the caller's transaction, which is required. */
public interface FollowSchedules {

    /** Has all reservations of the schedule, those that there are and those to come, go by its new start. */
    void move(ScheduleMoved moved);

    /** Prices the seats of a section for whoever reserves from now on; what is reserved keeps its price. */
    void price(SectionPriced priced);
}
