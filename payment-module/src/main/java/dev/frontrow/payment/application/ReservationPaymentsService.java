package dev.frontrow.payment.application;

import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.PaymentOpening;
import dev.frontrow.payment.Points;
import dev.frontrow.payment.ReservationPayments;
import dev.frontrow.payment.application.port.out.Payments;
import dev.frontrow.payment.domain.PaidPayment;
import dev.frontrow.payment.domain.Payment;
import dev.frontrow.payment.domain.PendingPayment;
import dev.frontrow.payment.domain.RefundedPayment;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(propagation = Propagation.MANDATORY)
class ReservationPaymentsService implements ReservationPayments {

    private final Payments payments;
    private final ApplicationEventPublisher events;

    ReservationPaymentsService(Payments payments, ApplicationEventPublisher events) {
        this.payments = payments;
        this.events = events;
    }

    @Override
    public void open(List<PaymentOpening> openings) {
        payments.open(openings);
    }

    @Override
    public boolean lock(PaymentId paymentId) {
        return payments.lock(paymentId).isPresent();
    }

    @Override
    public void settle(PaymentId paymentId) {
        if (!(existing(paymentId, payments.lock(paymentId)) instanceof PendingPayment pending
                && pending.terms().due().isOfNothing())) {
            throw new IllegalStateException(
                    "only a pending payment of nothing can be settled: " + payments.find(paymentId));
        }
        events.publishEvent(PendingPayment.requested(List.of(pending), true)); // the whole flow, in this transaction
        var payment = existing(paymentId, payments.find(paymentId));
        if (!(payment instanceof PaidPayment)) {
            throw new IllegalStateException("a step of the payment flow is missing, nothing is paid: " + payment);
        }
    }

    @Override
    public void cancel(PaymentId paymentId) {
        payments.cancel(paymentId);
    }

    @Override
    public Set<PaymentId> cancelPayable(Collection<PaymentId> paymentIds) {
        return paymentIds.isEmpty() ? Set.of() : payments.cancelPayable(paymentIds);
    }

    @Override
    public Set<PaymentId> lockFree(Collection<PaymentId> paymentIds) {
        return paymentIds.isEmpty() ? Set.of() : payments.lockFree(paymentIds);
    }

    @Override
    public Set<PaymentId> expire(Collection<PaymentId> paymentIds) {
        return paymentIds.isEmpty() ? Set.of() : payments.expire(paymentIds);
    }

    @Override
    public Set<PaymentId> delete(Collection<PaymentId> paymentIds) {
        return paymentIds.isEmpty() ? Set.of() : payments.deleteUnpaid(paymentIds);
    }

    @Override
    public void refund(PaymentId paymentId, Points fee) {
        if (!(existing(paymentId, payments.lock(paymentId)) instanceof PaidPayment paid)) {
            throw new IllegalStateException("only a paid payment can be refunded: " + payments.find(paymentId));
        }
        events.publishEvent(paid.refundRequested(fee)); // the points go back now, in this transaction
        var payment = existing(paymentId, payments.find(paymentId));
        if (!(payment instanceof RefundedPayment)) {
            throw new IllegalStateException("a step of refunding is missing, nothing is refunded: " + payment);
        }
    }

    private static Payment existing(PaymentId id, Optional<Payment> payment) {
        return payment.orElseThrow(() -> new IllegalStateException("there is no payment " + id));
    }
}
