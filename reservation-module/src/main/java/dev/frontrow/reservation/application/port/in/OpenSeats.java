package dev.frontrow.reservation.application.port.in;

import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.concert.SectionAdded;

/** Writes the seats of a new schedule, and of more sections of one. */
public interface OpenSeats {

    /** Writes them in the caller's transaction, which is required. Does nothing where they are written already. */
    void open(ScheduleOpened schedule);

    /** Writes those of one more section behind the others, in the same way. */
    void add(SectionAdded added);
}
