package dev.frontrow.reservation.domain;

import dev.frontrow.concert.ScheduleId;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Seats that an organiser took out of the sale, as the block was made.
 *
 * @param seatIds 1 to {@link #SEATS_MAX}
 */
public record Block(BlockId id, ScheduleId scheduleId, SortedSet<SeatId> seatIds, Reason reason, Instant createdAt) {

    /** The most seats a block can be made of. */
    public static final int SEATS_MAX = 1_000;

    public Block {
        seatIds = Collections.unmodifiableSortedSet(new TreeSet<>(seatIds));
        if (seatIds.isEmpty() || seatIds.size() > SEATS_MAX) {
            throw new IllegalArgumentException("block " + id + " is of " + seatIds.size() + " seats");
        }
    }

    /** Whether it is of exactly these seats of this schedule, for this reason. */
    public boolean isOf(ScheduleId schedule, SortedSet<SeatId> seats, Reason why) {
        return scheduleId.equals(schedule) && seatIds.equals(seats) && reason.equals(why);
    }
}
