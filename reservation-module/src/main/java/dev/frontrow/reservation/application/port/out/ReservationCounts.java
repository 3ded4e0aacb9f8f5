package dev.frontrow.reservation.application.port.out;

import dev.frontrow.reservation.domain.ReservationStatus;

/** Counts what becomes of reservations. What a transaction counts shows once it has committed, and never otherwise. */
public interface ReservationCounts {

    /** Counts reservations that reach this state. */
    void count(ReservationStatus reached, int reservations);

    /** Tells how many refunds of cancelled shows have failed and are not made; shows at once. */
    void refundsFailing(int refunds);
}
