package dev.frontrow.reservation.application.port.out;

import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.Seat;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatStatus;
import java.util.Collection;
import java.util.List;

/** The seats. Whatever changes several of them locks them in the order of their ids, so that no two block one another. */
public interface Seats {

    /** Writes the seats of a schedule, in the order of its layout. Does nothing where they are written already. */
    void write(ScheduleOpened schedule);

    /** Locks seats in the order of their ids until the transaction ends; those that there are. */
    List<Seat> lock(Collection<SeatId> ids);

    /** Sells the seats that the reservation still holds. */
    Sold sell(ReservationId id);

    /** Frees those seats of the reservations that are still theirs and in that state. */
    int free(Collection<ReservationId> ids, SeatStatus from);

    /** How many seats were sold, and how many tickets the reservation has. */
    record Sold(int seats, int tickets) {}
}
