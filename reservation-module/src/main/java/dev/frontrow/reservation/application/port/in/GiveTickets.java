package dev.frontrow.reservation.application.port.in;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.domain.Reason;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.SeatId;
import java.util.Collections;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Gives complimentary tickets: seats for nothing, whether or not they are on sale. */
public interface GiveTickets {

    /**
     * Gives all seats of the gift, or none: free and blocked ones, until the schedule starts. Those that were blocked leave
     * their block. The reservation is confirmed on return, and its payment of nothing is paid.
     *
     * <p>With an idempotency key, the same gift again is answered with what was given the first time, and changes nothing; a
     * twin that comes meanwhile waits for the first.
     */
    Given give(Gift gift);

    /**
     * What an organiser wants to give.
     *
     * @param givenBy the organiser
     * @param idempotencyKey names this gift among the organiser's, or null
     * @param seatIds 1 to {@link Reservation#GIVEN_SEATS_MAX}; not to be changed any more
     * @param userId whose the tickets will be
     */
    record Gift(
            UserId givenBy,
            @Nullable IdempotencyKey idempotencyKey,
            ScheduleId scheduleId,
            SortedSet<SeatId> seatIds,
            UserId userId,
            Reason reason) {

        public Gift {
            seatIds = Collections.unmodifiableSortedSet(seatIds);
            if (seatIds.isEmpty() || seatIds.size() > Reservation.GIVEN_SEATS_MAX) {
                throw new IllegalArgumentException("a gift is of 1 to " + Reservation.GIVEN_SEATS_MAX + " seats");
            }
        }
    }

    /**
     * What was given.
     *
     * @param reservation as it was when it was given
     * @param replayed whether it was given by an earlier request
     */
    record Given(Reservation reservation, boolean replayed) {}
}
