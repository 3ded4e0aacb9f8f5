package dev.frontrow.reservation.application.port.in;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.reservation.application.query.BlockView;
import dev.frontrow.reservation.application.query.SalesView;
import dev.frontrow.reservation.application.query.ShowCancellationView;
import dev.frontrow.reservation.application.query.SoldTicketView;
import java.time.Instant;
import java.util.function.BiConsumer;

/** Shows an organiser what has become of a schedule's seats. */
public interface OverseeSchedule {

    /** A page of the schedule's blocks, newest first; those that no seat is in any more are gone. */
    Page<BlockView> blocks(ScheduleId scheduleId, PageRequest request);

    /** How the schedule sells, at one instant. */
    SalesView sales(ScheduleId scheduleId);

    /**
     * How far the cancellation of a show is.
     *
     * @throws dev.frontrow.reservation.domain.CancellationNotFound if it is not cancelled
     */
    ShowCancellationView cancellation(ScheduleId scheduleId);

    /**
     * Shows all paid tickets of the schedule, in the order of the layout, each with the instant at which it was paid; few are in
     * memory at a time.
     */
    void paidTickets(ScheduleId scheduleId, BiConsumer<SoldTicketView, Instant> reader);
}
