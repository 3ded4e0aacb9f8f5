package dev.frontrow.payment.application;

import dev.frontrow.payment.DeductedPayment;
import dev.frontrow.payment.PaymentCompleted;
import dev.frontrow.payment.PaymentDue;
import dev.frontrow.payment.ReservationExpired;
import dev.frontrow.payment.SeatsConfirmed;
import dev.frontrow.payment.application.port.in.CompletePayment;
import dev.frontrow.payment.application.port.out.PaymentCounts;
import dev.frontrow.payment.application.port.out.Payments;
import dev.frontrow.payment.domain.ExpiredPayment;
import dev.frontrow.payment.domain.PaidPayment;
import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;
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
    public List<PaymentCompleted> complete(SeatsConfirmed confirmed) {
        var paid = payments.complete(confirmed.payments());
        if (paid.size() != confirmed.payments().size()) {
            throw reasonAgainst(confirmed);
        }
        counts.completed(paid.size());
        return paid.stream().map(PaidPayment::completed).toList();
    }

    /** Their rows are locked, so time alone can have changed one; anything else is a bug. */
    private RuntimeException reasonAgainst(SeatsConfirmed confirmed) {
        var due = confirmed.payments().stream().map(DeductedPayment::due).toList();
        var found = payments.find(due.stream().map(PaymentDue::paymentId).toList());
        var expired = found.stream().filter(ExpiredPayment.class::isInstance).toList();
        if (expired.isEmpty()) {
            return new IllegalStateException(confirmed + " does not fit the payments: " + found);
        }
        return confirmed.alone()
                ? new ReservationExpired(expired.getFirst().id())
                : new OptimisticLockingFailureException("expired while they were paid: " + expired);
    }
}
