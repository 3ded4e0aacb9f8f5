package dev.frontrow.reservation.application.port.in;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.SeatId;
import java.util.Collections;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Holds seats for somebody who was let in, and opens the payment for them. */
public interface ReserveSeats {

    /**
     * Claims all seats of the wish, or none.
     *
     * <p>Of any number of wishes for a seat at once, one gets it. With an idempotency key, the same wish again is answered
     * with what it got the first time and changes nothing; a twin that comes meanwhile waits for the first.
     */
    Reserved reserve(Wish wish);

    /**
     * What somebody wants.
     *
     * @param queueToken what the client sent as its place in line, or null if nothing
     * @param idempotencyKey names this wish among the user's, or null
     * @param seatIds at least one; not to be changed any more
     */
    record Wish(
            UserId userId,
            @Nullable String queueToken,
            @Nullable IdempotencyKey idempotencyKey,
            ScheduleId scheduleId,
            SortedSet<SeatId> seatIds) {

        public Wish {
            seatIds = Collections.unmodifiableSortedSet(seatIds);
            if (seatIds.isEmpty()) {
                throw new IllegalArgumentException("a wish must be for at least one seat");
            }
        }
    }

    /**
     * What the wish got.
     *
     * @param reservation as it was when it was made
     * @param replayed whether it was made by an earlier request
     */
    record Reserved(Reservation reservation, boolean replayed) {}
}
