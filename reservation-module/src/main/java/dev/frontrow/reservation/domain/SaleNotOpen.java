package dev.frontrow.reservation.domain;

import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;

/** The schedule is not on sale at this instant. */
public final class SaleNotOpen extends ReservationRefused {

    public SaleNotOpen(ScheduleId scheduleId, SaleWindow window) {
        super("Schedule " + scheduleId + " is on sale from " + window.opensAt() + " until " + window.closesAt() + ".");
    }
}
