package dev.frontrow.reservation.domain;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.payment.Points;

/**
 * A seat as it is when somebody wants it.
 *
 * @param label what it is called
 * @param available whether it can be had: nobody holds it, or the hold is over
 */
public record Seat(SeatId id, ScheduleId scheduleId, String label, Points price, boolean available) {}
