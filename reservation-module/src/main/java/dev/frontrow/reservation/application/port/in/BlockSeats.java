package dev.frontrow.reservation.application.port.in;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.domain.Block;
import dev.frontrow.reservation.domain.Reason;
import dev.frontrow.reservation.domain.SeatId;
import java.util.Collections;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Takes seats out of the sale. */
public interface BlockSeats {

    /**
     * Blocks all of the seats, or none; one that is held, sold or blocked can't be blocked, one whose hold is over can.
     *
     * <p>Of a claim and a block of the same seat at once, one gets it. With an idempotency key, the same order again is
     * answered with the block as it was made, and changes nothing; a twin that comes meanwhile waits for the first.
     */
    Blocked block(BlockOrder order);

    /**
     * What an organiser wants.
     *
     * @param madeBy the organiser
     * @param idempotencyKey names this order among the organiser's, or null
     * @param seatIds 1 to {@link Block#SEATS_MAX}; not to be changed any more
     */
    record BlockOrder(
            UserId madeBy,
            @Nullable IdempotencyKey idempotencyKey,
            ScheduleId scheduleId,
            SortedSet<SeatId> seatIds,
            Reason reason) {

        public BlockOrder {
            seatIds = Collections.unmodifiableSortedSet(seatIds);
        }
    }

    /**
     * What came of it.
     *
     * @param block as it was made
     * @param replayed whether it was made by an earlier request
     */
    record Blocked(Block block, boolean replayed) {}
}
