package dev.frontrow.reservation.domain;

import dev.frontrow.concert.ScheduleId;

/** Nobody has to wait for what can be had now. */
public final class SeatsAvailable extends ReservationRefused {

    private static final long serialVersionUID = 1L;

    public SeatsAvailable(ScheduleId scheduleId, int seats) {
        super(seats + " seats of schedule " + scheduleId + " can be had now: reserve them.");
    }
}
