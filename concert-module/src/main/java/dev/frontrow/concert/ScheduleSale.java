package dev.frontrow.concert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When one schedule is on sale, when it starts, and what holds for whoever reserves now.
 *
 * @param seatsPerUserMax how many of its seats one user may have, held or paid; 1 to {@link #SEATS_PER_USER_LIMIT}
 * @param cancelledAt since when it is cancelled; null where it is not
 */
public record ScheduleSale(
        ScheduleId scheduleId,
        ConcertId concertId,
        SaleWindow window,
        Instant startsAt,
        int seatsPerUserMax,
        RefundTerms refundTerms,
        @Nullable Instant cancelledAt) {

    /** The most seats that a concert can let one user have. */
    public static final int SEATS_PER_USER_LIMIT = 100;

    /** Whether its seats can be reserved at that instant. One that is cancelled is never on sale again. */
    public boolean isOpen(Instant at) {
        return !isCancelled() && window.isOpen(at);
    }

    /** Whether it will not take place. */
    public boolean isCancelled() {
        return cancelledAt != null;
    }

    /** When its sale closes, or has closed. */
    Instant closesAt() {
        return window.closesAt(cancelledAt);
    }
}
