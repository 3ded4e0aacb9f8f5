package dev.frontrow.reservation.application.port.out;

import dev.frontrow.reservation.domain.ReservationStatus;

/** Counts what becomes of reservations. */
public interface ReservationTally {

    /** Counts reservations that reach this state, once the transaction has committed. */
    void count(ReservationStatus reached, int reservations);
}
