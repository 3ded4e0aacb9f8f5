package dev.frontrow.reservation.adapter.out.payment;

import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.PaymentOpening;
import dev.frontrow.payment.ReservationPayments;
import dev.frontrow.reservation.application.port.out.Payments;
import dev.frontrow.reservation.domain.Reservation;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class OpenedPayments implements Payments {

    private final ReservationPayments payments;

    OpenedPayments(ReservationPayments payments) {
        this.payments = payments;
    }

    @Override
    public void open(Reservation reservation, String admission) {
        payments.open(new PaymentOpening(
                reservation.paymentId(),
                reservation.id().value(),
                reservation.userId(),
                reservation.amount(),
                reservation.holdExpiresAt(),
                admission));
    }

    @Override
    public void lock(PaymentId id) {
        payments.lock(id);
    }

    @Override
    public void cancel(PaymentId id) {
        payments.cancel(id);
    }

    @Override
    public Set<PaymentId> expire(Collection<PaymentId> ids) {
        return payments.expire(ids);
    }

    @Override
    public void refund(PaymentId id) {
        payments.refund(id);
    }
}
