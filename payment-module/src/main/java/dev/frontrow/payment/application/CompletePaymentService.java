package dev.frontrow.payment.application;

import dev.frontrow.payment.PaymentCompleted;
import dev.frontrow.payment.ReservationExpired;
import dev.frontrow.payment.SeatsConfirmed;
import dev.frontrow.payment.application.port.in.CompletePayment;
import dev.frontrow.payment.application.port.out.PaymentCounts;
import dev.frontrow.payment.application.port.out.Payments;
import dev.frontrow.payment.domain.ExpiredPayment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class CompletePaymentService implements CompletePayment {

    private final Payments payments;
    private final PaymentCounts counts;

    CompletePaymentService(Payments payments, PaymentCounts counts) {
        this.payments = payments;
        this.counts = counts;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public PaymentCompleted complete(SeatsConfirmed confirmed) {
        var paid = payments.complete(confirmed.due(), confirmed.balance()).orElseThrow(() -> reasonAgainst(confirmed));
        counts.completed();
        return paid.completed();
    }

    /** Its row is locked, so time alone can have changed it; anything else is a bug. */
    private RuntimeException reasonAgainst(SeatsConfirmed confirmed) {
        var payment = payments.find(confirmed.due().paymentId());
        if (payment.isPresent() && payment.get() instanceof ExpiredPayment expired) {
            return new ReservationExpired(expired.id());
        }
        return new IllegalStateException(confirmed + " does not fit the payment: " + payment);
    }
}
