package dev.frontrow.concert;

import java.time.Instant;

/**
 * When one schedule is on sale, when it starts, and what holds for whoever reserves now.
 *
 * @param seatsPerUserMax how many of its seats one user may have, held or paid; 1 to {@link #SEATS_PER_USER_LIMIT}
 */
public record ScheduleSale(
        ScheduleId scheduleId,
        ConcertId concertId,
        SaleWindow window,
        Instant startsAt,
        int seatsPerUserMax,
        RefundTerms refundTerms) {

    /** The most seats that a concert can let one user have. */
    public static final int SEATS_PER_USER_LIMIT = 100;
}
