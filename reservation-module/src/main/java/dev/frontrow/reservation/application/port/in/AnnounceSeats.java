package dev.frontrow.reservation.application.port.in;

/** Tells those who stand in line how many seats there are to be had, so that nobody waits in vain. */
public interface AnnounceSeats {

    /** Counts the seats of all concerts in whose lines somebody is, and announces them on this instance; asks no SQL for none. */
    void announce();
}
