package dev.frontrow.reservation.domain;

/** There is no such schedule. */
public final class ScheduleNotFound extends ReservationRefused {

    public ScheduleNotFound() {
        super("There is no such schedule.");
    }
}
