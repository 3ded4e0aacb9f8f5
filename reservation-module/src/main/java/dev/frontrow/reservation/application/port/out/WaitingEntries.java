package dev.frontrow.reservation.application.port.out;

import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.SeatWish;
import dev.frontrow.reservation.domain.WaitingEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who waits on the waiting lists. Whatever changes an entry has locked its list ({@link WaitingLists}). */
public interface WaitingEntries {

    /** The user's entry as it is now. */
    Optional<WaitingEntry> find(ScheduleId scheduleId, UserId userId);

    /** Has the user wait at the end of the list, which is locked, whatever they waited for before, while the sale lasts. */
    void join(ScheduleId scheduleId, UserId userId, SeatWish wish, SaleWindow sale);

    /** Has a waiting user wait for something else at the same place of the list, which is locked. */
    void change(ScheduleId scheduleId, UserId userId, SeatWish wish);

    /** Forgets the user's entry; the list is locked. */
    void remove(ScheduleId scheduleId, UserId userId);

    /** Those who wait and whose wishes fit into so many free seats of each section, in the order of joining. */
    List<WaitingEntry> fitting(ScheduleId scheduleId, Map<String, Integer> free, int atMost);

    /** Notes what waiting users of a list, which is locked, were offered. */
    void offer(ScheduleId scheduleId, Map<UserId, ReservationId> offers);

    /** Ends the wait of users of a list, which is locked. */
    void end(ScheduleId scheduleId, Collection<UserId> userIds);
}
