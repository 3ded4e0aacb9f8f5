package dev.frontrow.reservation.domain;

import dev.frontrow.concert.ScheduleId;

/** At least one of the seats asked for is not a seat of the schedule. */
public final class SeatNotFound extends ReservationRefused {

    private static final long serialVersionUID = 1L;

    public SeatNotFound(ScheduleId scheduleId) {
        super("At least one of the seats is not a seat of schedule " + scheduleId + ".");
    }
}
