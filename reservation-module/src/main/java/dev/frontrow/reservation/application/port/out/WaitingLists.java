package dev.frontrow.reservation.application.port.out;

import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.domain.Demand;
import dev.frontrow.reservation.domain.FreeSeats.FreeSeat;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The waiting lists. Whatever changes one locks it first, before entries, payments, reservations and seats; whoever reserves
 * reads it alone, and {@link NewReservations#add} finds out if somebody came meanwhile.
 */
public interface WaitingLists {

    /** What is free of these schedules, and what is waited for; without a lock. */
    Map<ScheduleId, Demand> demand(Collection<ScheduleId> scheduleIds);

    /** Locks a schedule's list until the transaction ends, and begins it where there is none; tells the database's clock since. */
    Instant lock(ScheduleId scheduleId);

    /** Schedules somebody waits for, whose lists nobody has looked through for so long; without a lock. */
    List<ScheduleId> due(Duration unseen, int atMost);

    /**
     * Locks a list until the transaction ends, and tells the database's clock since, unless somebody else is at it or has looked
     * it through since so long.
     */
    Optional<Instant> lockDue(ScheduleId scheduleId, Duration unseen);

    /** The free seats of a schedule in the order of the layout; without a lock. */
    List<FreeSeat> freeSeats(ScheduleId scheduleId);

    /** Ends the wait of all who wait for a schedule, whose list is locked. */
    void endAll(ScheduleId scheduleId);

    /** Notes that no wish of a list, which is locked, fits now. */
    void lookedThrough(ScheduleId scheduleId);

    /**
     * Has a list, which is locked, go by other times of the sale; ends the wait of all where the sale was over before, or is not
     * open now.
     */
    void follow(ScheduleId scheduleId, SaleWindow sale);
}
