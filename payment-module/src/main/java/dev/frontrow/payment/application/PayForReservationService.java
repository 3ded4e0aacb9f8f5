package dev.frontrow.payment.application;

import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentCancelled;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.PaymentNotFound;
import dev.frontrow.payment.ReservationExpired;
import dev.frontrow.payment.application.port.in.PayForReservation;
import dev.frontrow.payment.application.port.out.Payments;
import dev.frontrow.payment.domain.CancelledPayment;
import dev.frontrow.payment.domain.ExpiredPayment;
import dev.frontrow.payment.domain.PaidPayment;
import dev.frontrow.payment.domain.PendingPayment;
import dev.frontrow.payment.domain.Receipt;
import dev.frontrow.payment.domain.RefundedPayment;
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
    public Receipt pay(PaymentId id, UserId userId) {
        var payment = payments.lock(id, userId).orElseThrow(PaymentNotFound::new);
        return switch (payment) {
            case PendingPayment pending -> pay(pending);
            case PaidPayment paid -> paid.receipt();
            case ExpiredPayment _ -> throw new ReservationExpired(id);
            case CancelledPayment _ -> throw PaymentCancelled.released(id);
            case RefundedPayment _ -> throw PaymentCancelled.refunded(id);
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
