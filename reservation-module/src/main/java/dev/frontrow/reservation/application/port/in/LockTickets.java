package dev.frontrow.reservation.application.port.in;

import dev.frontrow.payment.PaymentRequested;
import dev.frontrow.payment.ReservationExpired;
import dev.frontrow.payment.TicketsLocked;

/** The reservation's first part in paying: locks what is to be paid, if it still can be. */
public interface LockTickets {

    /**
     * Locks reservation and tickets until the payer's transaction ends, which is required.
     *
     * @throws ReservationExpired if the hold is over
     * @throws IllegalStateException if something else is due for the reservation, or nothing
     */
    TicketsLocked lock(PaymentRequested requested);
}
