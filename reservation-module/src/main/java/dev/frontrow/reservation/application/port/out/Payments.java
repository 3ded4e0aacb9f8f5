package dev.frontrow.reservation.application.port.out;

import dev.frontrow.payment.PaymentId;
import dev.frontrow.reservation.domain.Reservation;
import java.util.Collection;
import java.util.Set;

/** The payments of reservations. They come before reservations in the lock order. */
public interface Payments {

    /** Opens the payment of a new reservation. */
    void open(Reservation reservation, String admission);

    /** Locks a payment until the transaction ends. */
    void lock(PaymentId id);

    /** Cancels a pending payment that is locked. */
    void cancel(PaymentId id);

    /** Expires those of the payments that are over, and returns them; passes by the ones somebody is at work on. */
    Set<PaymentId> expire(Collection<PaymentId> ids);

    /** Gives a paid payment back in points. It and its reservation are locked. */
    void refund(PaymentId id);
}
