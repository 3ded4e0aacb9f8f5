package dev.frontrow.reservation.application.query;

import dev.frontrow.concert.ScheduleId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What an organiser can see of a schedule's sales. */
public interface SalesViews {

    /** The figures of a schedule, of one instant; nothing where it has no seats. Needs a transaction that has asked nothing yet. */
    Optional<SalesView> sales(ScheduleId scheduleId);

    /**
     * Shows all paid tickets of a schedule, in the order of the layout, some at a time, however many there are. Needs a
     * transaction, in which they are read; each is as it is when its turn comes.
     */
    void paidTickets(ScheduleId scheduleId, Consumer<List<SoldTicketView>> reader);
}
