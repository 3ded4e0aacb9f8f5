package dev.frontrow.reservation.domain;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.payment.Points;

/**
 * A seat as it is when somebody wants it.
 *
 * @param label what it is called
 * @param status at that instant: one whose hold is over can be had
 */
public record Seat(SeatId id, ScheduleId scheduleId, String label, Points price, SeatStatus status) {}
