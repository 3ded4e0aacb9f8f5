package dev.frontrow.reservation.application.port.in;

import dev.frontrow.concert.ScheduleMoved;
import dev.frontrow.concert.SectionPriced;

/** Has seats and reservations go by what was changed of their schedule, in the caller's transaction, which is required. */
public interface FollowSchedules {

    /** Has all reservations of the schedule that there are go by its new start: in full until then, whatever their terms. */
    void move(ScheduleMoved moved);

    /** Prices the seats of a section for whoever reserves from now on; what is reserved keeps its price. */
    void price(SectionPriced priced);
}
