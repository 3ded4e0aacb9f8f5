package dev.frontrow.reservation.application.port.in;

import dev.frontrow.concert.SaleRescheduled;
import dev.frontrow.concert.ScheduleMoved;
import dev.frontrow.concert.SectionsPriced;

/** Has seats and reservations go by what was changed of their schedule, in the caller's transaction, which is required. */
public interface FollowSchedules {

    /** Has all reservations of the schedule that there are go by its new start: in full until then, whatever their terms. */
    void move(ScheduleMoved moved);

    /** Prices the seats of sections for whoever reserves from now on; what is reserved keeps its price. */
    void price(SectionsPriced priced);

    /** Has the waiting list of a schedule go by its new sale: where that is not open, or was over before, nobody waits any more. */
    void sell(SaleRescheduled rescheduled);
}
