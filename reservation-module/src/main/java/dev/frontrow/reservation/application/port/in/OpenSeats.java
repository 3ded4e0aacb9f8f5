package dev.frontrow.reservation.application.port.in;

import dev.frontrow.concert.ScheduleOpened;

/** Writes the seats of a new schedule. */
public interface OpenSeats {

    /** Writes them in the caller's transaction, which is required. Does nothing where they are written already. */
    void open(ScheduleOpened schedule);
}
