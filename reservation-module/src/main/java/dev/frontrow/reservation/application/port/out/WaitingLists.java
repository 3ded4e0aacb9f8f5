package dev.frontrow.reservation.application.port.out;

import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.domain.Demand;
import dev.frontrow.reservation.domain.FreeSeats.FreeSeat;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.SeatWish;
import dev.frontrow.reservation.domain.WaitingEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The waiting lists. Whatever changes one locks it first, before entries, payments, reservations and seats; whoever reserves
 * reads it alone, and {@link Reservations#add} finds out if somebody came meanwhile.
 */
public interface WaitingLists {

    /** What is free of these schedules, and what is waited for; without a lock. */
    Map<ScheduleId, Demand> demand(Collection<ScheduleId> scheduleIds);

    /** Locks a schedule's list until the transaction ends, and begins it where there is none; tells the database's clock since. */
    Instant lock(ScheduleId scheduleId);

    /** The user's entry as it is now. */
    Optional<WaitingEntry> find(ScheduleId scheduleId, UserId userId);

    /** Has the user wait at the end of the list, which is locked, whatever they waited for before, while the sale lasts. */
    void join(ScheduleId scheduleId, UserId userId, SeatWish wish, SaleWindow sale);

    /** Has a waiting user wait for something else at the same place of the list, which is locked. */
    void change(ScheduleId scheduleId, UserId userId, SeatWish wish);

    /** Forgets the user's entry; the list is locked. */
    void remove(ScheduleId scheduleId, UserId userId);

    /** Schedules somebody waits for, whose lists nobody has looked through for so long; without a lock. */
    List<ScheduleId> due(Duration unseen, int atMost);

    /**
     * Locks a list until the transaction ends, and tells the database's clock since, unless somebody else is at it or has looked
     * it through since so long.
     */
    Optional<Instant> lockDue(ScheduleId scheduleId, Duration unseen);

    /** The free seats of a schedule in the order of the layout; without a lock. */
    List<FreeSeat> freeSeats(ScheduleId scheduleId);

    /** Those who wait and whose wishes fit into so many free seats of each section, in the order of joining. */
    List<WaitingEntry> fitting(ScheduleId scheduleId, Map<String, Integer> free, int atMost);

    /** Notes what waiting users of a list, which is locked, were offered. */
    void offer(ScheduleId scheduleId, Map<UserId, ReservationId> offers);

    /** Ends the wait of users of a list, which is locked. */
    void end(ScheduleId scheduleId, Collection<UserId> userIds);

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
