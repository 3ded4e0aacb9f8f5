package dev.frontrow.payment.application.port.out;

import dev.frontrow.payment.DeductedPayment;
import dev.frontrow.payment.PaymentDue;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.PaymentOpening;
import dev.frontrow.payment.Points;
import dev.frontrow.payment.domain.PaidPayment;
import dev.frontrow.payment.domain.Payment;
import dev.frontrow.payment.domain.RefundedPayment;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All payments. What is locked stays so until the transaction ends. */
public interface Payments {

    /** Adds pending payments. */
    void open(List<PaymentOpening> openings);

    Optional<Payment> find(PaymentId id);

    /** Locks a payment, waiting for whoever has it. */
    Optional<Payment> lock(PaymentId id);

    /** Those of the payments that there are. */
    List<Payment> find(Collection<PaymentId> ids);

    /**
     * Locks payments in the order of their ids, waiting for whoever has them. Whether their time is over is told as of the
     * moment of asking, so after a long wait a pending one may be over: {@link #complete} looks again.
     */
    List<Payment> lock(Collection<PaymentId> ids);

    /** Makes a pending payment cancelled; anything else is an {@link IllegalStateException}. */
    void cancel(PaymentId id);

    /**
     * Makes those cancelled that are pending and not over. Locks all of them in the order of their ids, waiting for whoever has
     * them.
     */
    Set<PaymentId> cancelPayable(Collection<PaymentId> ids);

    /** Locks those that nobody has locked. */
    Set<PaymentId> lockFree(Collection<PaymentId> ids);

    /** Makes those expired that are pending and over, and that nobody has locked; they stay locked. */
    Set<PaymentId> expire(Collection<PaymentId> ids);

    /** Deletes those that ended unpaid, expired or cancelled, and that nobody has locked. */
    Set<PaymentId> deleteUnpaid(Collection<PaymentId> ids);

    /** Makes payments of these amounts paid, but for those that are not pending, or whose time is over by now. */
    List<PaidPayment> complete(List<DeductedPayment> payments);

    /** Makes a paid payment of that amount refunded, but for the fee; nothing if it is not paid. */
    Optional<RefundedPayment> refund(PaymentDue due, Points fee);
}
