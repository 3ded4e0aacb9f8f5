package dev.frontrow.reservation.application.port.out;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.concert.SectionAdded;
import dev.frontrow.concert.SectionsPriced;
import dev.frontrow.reservation.domain.BlockId;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.Seat;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The seats. Whatever changes several of them locks them in the order of their ids, so that no two block one another. */
public interface Seats {

    /** Writes the seats of a schedule, in the order of its layout. Does nothing where they are written already. */
    void write(ScheduleOpened schedule);

    /** Writes the seats of one more section behind those of the others. Does nothing where they are written already. */
    void write(SectionAdded added);

    /** Prices all seats of these sections. */
    void price(Collection<SectionsPriced.Section> sections);

    /** Locks seats in the order of their ids until the transaction ends; those that there are. */
    Locked lock(Collection<SeatId> ids);

    /** Sells the seats that these reservations still hold; tells of each how many. */
    List<Sold> sell(Collection<ReservationId> ids);

    /** Frees those seats of the reservations that are still theirs and in that state. */
    int free(Collection<ReservationId> ids, SeatStatus from);

    /** Takes seats, which are locked and can be had, out of the sale. */
    void block(BlockId id, Collection<SeatId> ids);

    /** Puts the seats of a block back on sale; tells how many. */
    int unblock(BlockId id);

    /**
     * Seats as they are, and the database's clock since they are locked; nothing where there is none of them.
     *
     * @param lists the waiting lists of their schedules, as they were before the locks were waited for
     */
    record Locked(List<Seat> seats, Map<ScheduleId, ListState> lists, Optional<Instant> at) {

        /** Schedules that somebody waits for, and of which one of these seats is free. */
        public Set<ScheduleId> waitedFor() {
            return seats.stream()
                    .filter(seat -> seat.status() == SeatStatus.AVAILABLE)
                    .map(Seat::scheduleId)
                    .filter(id -> requireNonNull(lists.get(id)).waits())
                    .collect(toSet());
        }
    }

    /**
     * A waiting list.
     *
     * @param sequence how many wishes had come or been changed
     * @param waits whether anybody waited
     */
    record ListState(long sequence, boolean waits) {}

    /** How many seats were sold to a reservation, and how many tickets it has. */
    record Sold(ReservationId by, int seats, int tickets) {}
}
