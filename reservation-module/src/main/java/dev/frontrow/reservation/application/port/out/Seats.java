package dev.frontrow.reservation.application.port.out;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.Seat;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatStatus;
import dev.frontrow.reservation.domain.Ticket;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The seats. Whatever changes several of them locks them in the order of their ids, so that no two block one another. */
public interface Seats {

    /** Writes the seats of a schedule, in the order of its layout. Does nothing where they are written already. */
    void write(ScheduleOpened schedule);

    /** Which of these seats exist in the schedule, and how many live ones the user has there; without a lock. */
    Choice choose(ScheduleId scheduleId, Collection<SeatId> ids, String userId);

    /**
     * Claims those of the seats that can be had, hold over or not held at all, and writes a ticket for each.
     *
     * @return the tickets in the order of the layout; fewer than {@code ids} where some are taken
     */
    List<Ticket> claim(ScheduleId scheduleId, Collection<SeatId> ids, ReservationId by, Instant holdExpiresAt);

    /** Sells the seats that the reservation still holds. */
    Sold sell(ReservationId id);

    /** Frees those seats of the reservations that are still theirs and in that state. */
    int free(Collection<ReservationId> ids, SeatStatus from);

    /**
     * What can be chosen.
     *
     * @param live how many seats of the schedule the user has already, held or paid
     */
    record Choice(List<Seat> seats, int live) {

        public Choice {
            seats = List.copyOf(seats);
        }
    }

    /** How many seats were sold, and how many tickets the reservation has. */
    record Sold(int seats, int tickets) {}
}
