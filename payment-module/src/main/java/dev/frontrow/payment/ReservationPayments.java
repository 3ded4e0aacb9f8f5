package dev.frontrow.payment;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What a reservation does with its payment. Every method joins the caller's transaction and fails without one.
 *
 * <p>Lock order: the payment before its reservation. Whoever changes a reservation together with its payment calls
 * {@link #lock} first, then locks the reservation and checks again.
 */
public interface ReservationPayments {

    /** Opens payments, {@code PENDING}. Their ids are the caller's, so that both can be written in one go. */
    void open(List<PaymentOpening> openings);

    /**
     * Locks the payment's row until the transaction ends. Waits for a payer who is at work.
     *
     * @return whether there is one, for whoever has read its id without a lock: it may have been deleted since
     */
    boolean lock(PaymentId paymentId);

    /**
     * Pays a pending payment of nothing at once, through all steps of paying, and returns only when it is paid. The caller has
     * opened it in this transaction, so nobody else knows of it yet.
     */
    void settle(PaymentId paymentId);

    /** Cancels a pending payment, because its hold was released. The caller has locked it. */
    void cancel(PaymentId paymentId);

    /**
     * Cancels those of the payments that can still be paid, because their holds are void. Waits for payers who are at work, so
     * every one of the payments is settled then, or can't be paid any more.
     *
     * @return the ones cancelled now; all of them stay locked until the transaction ends
     */
    Set<PaymentId> cancelPayable(Collection<PaymentId> paymentIds);

    /**
     * Locks those of the payments that nobody has locked, until the transaction ends.
     *
     * @return the ones locked
     */
    Set<PaymentId> lockFree(Collection<PaymentId> paymentIds);

    /**
     * Marks those of the payments expired that are pending and over, passing by the ones that somebody has locked.
     *
     * @return the ones expired now; they stay locked until the transaction ends
     */
    Set<PaymentId> expire(Collection<PaymentId> paymentIds);

    /**
     * Deletes those of the payments that ended without ever being paid, passing by the ones that somebody has locked.
     *
     * @return the ones deleted
     */
    Set<PaymentId> delete(Collection<PaymentId> paymentIds);

    /**
     * Gives a paid payment back in points, less a fee: publishes {@link RefundRequested}, and returns only when the payment is
     * refunded. The caller has locked the payment and its reservation.
     *
     * @param fee what is kept, at most the amount
     */
    void refund(PaymentId paymentId, Points fee);
}
