package dev.frontrow.reservation.application.port.in;

import dev.frontrow.payment.PaymentRequested;
import dev.frontrow.payment.ReservationExpired;
import dev.frontrow.payment.TicketsLocked;

/** The reservation's first part in paying: locks what is to be paid, if it still can be. */
public interface LockTickets {

    /**
     * Locks reservations and tickets until the payers' transaction ends, which is required; leaves out those whose hold is
     * over.
     *
     * @throws ReservationExpired if one payer asked alone, and its hold is over
     * @throws IllegalStateException if something else is due for a reservation, or nothing
     */
    TicketsLocked lock(PaymentRequested requested);
}
