package dev.frontrow.payment.application;

import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.application.port.in.PayForReservation;
import dev.frontrow.payment.application.port.out.Payments;
import dev.frontrow.payment.domain.CancelledPayment;
import dev.frontrow.payment.domain.ExpiredPayment;
import dev.frontrow.payment.domain.PaidPayment;
import dev.frontrow.payment.domain.PaymentCancelled;
import dev.frontrow.payment.domain.PaymentNotFound;
import dev.frontrow.payment.domain.PendingPayment;
import dev.frontrow.payment.domain.Receipt;
import dev.frontrow.payment.domain.RefundedPayment;
import dev.frontrow.payment.domain.ReservationExpired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PayForReservationService implements PayForReservation {

    private final Payments payments;
    private final ApplicationEventPublisher events;

    PayForReservationService(Payments payments, ApplicationEventPublisher events) {
        this.payments = payments;
        this.events = events;
    }

    @Override
    @Transactional
    public Receipt pay(PaymentId id, String userId) {
        var payment = payments.lock(id, userId).orElseThrow(() -> new PaymentNotFound(id));
        return switch (payment) {
            case PendingPayment pending -> pay(pending);
            case PaidPayment paid -> paid.receipt();
            case ExpiredPayment _ -> throw new ReservationExpired(id);
            case CancelledPayment cancelled -> throw new PaymentCancelled(cancelled);
            case RefundedPayment refunded -> throw new PaymentCancelled(refunded);
        };
    }

    private Receipt pay(PendingPayment pending) {
        events.publishEvent(pending.requested()); // tickets, points and seats answer now, in this transaction
        var payment = payments.find(pending.id()).orElseThrow();
        if (payment instanceof PaidPayment paid) {
            return paid.receipt();
        }
        throw new IllegalStateException("a step of the payment flow is missing, nothing is paid: " + payment);
    }
}
