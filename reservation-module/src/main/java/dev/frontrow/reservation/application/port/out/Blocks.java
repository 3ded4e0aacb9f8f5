package dev.frontrow.reservation.application.port.out;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.domain.Block;
import dev.frontrow.reservation.domain.BlockId;
import dev.frontrow.reservation.domain.Reason;
import dev.frontrow.reservation.domain.SeatId;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The blocks. Which seats are in one is for {@link Seats} to know. */
public interface Blocks {

    /**
     * Writes a new block, unless its key was used before: then nothing is written. Waits for a twin that is at work, so it comes
     * before the seats are locked.
     */
    Optional<Block> add(NewBlock made);

    /** The block that an organiser made with this key. */
    Optional<Block> madeWith(UserId madeBy, IdempotencyKey key);

    /** The schedule that a block is or was of. */
    Optional<ScheduleId> scheduleOf(BlockId id);

    /**
     * A block that is about to be written.
     *
     * @param madeBy the organiser
     * @param key what it is made with, or null
     */
    record NewBlock(
            BlockId id,
            ScheduleId scheduleId,
            SortedSet<SeatId> seatIds,
            Reason reason,
            UserId madeBy,
            @Nullable IdempotencyKey key) {}
}
