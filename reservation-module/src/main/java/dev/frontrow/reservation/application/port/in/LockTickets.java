package dev.frontrow.reservation.application.port.in;

import dev.frontrow.payment.PaymentId;
import dev.frontrow.reservation.domain.ReservationId;

/** The reservation's first part in paying: locks what is to be paid, if it still can be. */
public interface LockTickets {

    /** Locks reservation and tickets until the caller's transaction ends, which is required; refuses where the hold is over. */
    void lock(Due due);

    /**
     * What is to be paid.
     *
     * @param amount in points
     */
    record Due(PaymentId paymentId, ReservationId reservationId, String userId, long amount) {}
}
