package dev.frontrow.reservation.application.port.in;

import dev.frontrow.reservation.domain.Reservation;
import java.util.Set;
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
     * What somebody wants, as a client says it.
     *
     * @param queueToken what the client sent as its place in line, or null if nothing
     * @param idempotencyKey names this wish among the user's, or null
     * @param seatIds at least one
     */
    record Wish(
            String userId,
            @Nullable String queueToken,
            @Nullable String idempotencyKey,
            String scheduleId,
            Set<String> seatIds) {

        public Wish {
            seatIds = Set.copyOf(seatIds);
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
