package dev.frontrow.reservation.application.port.out;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.Points;
import dev.frontrow.reservation.domain.ReservationId;
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

    /** What these seats of the schedule are, and how many live ones the user has there; without a lock. */
    Choice choose(ScheduleId scheduleId, Collection<SeatId> ids, UserId userId);

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
     * Seats that were asked for; whether they can be had, only the claim can tell.
     *
     * @param seats how many of them the schedule has
     * @param amount what these cost together
     * @param live how many seats of the schedule the user has already, held or paid
     */
    record Choice(int seats, Points amount, int live) {}

    /** How many seats were sold, and how many tickets the reservation has. */
    record Sold(int seats, int tickets) {}
}
