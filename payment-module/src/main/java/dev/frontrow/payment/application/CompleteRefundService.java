package dev.frontrow.payment.application;

import dev.frontrow.payment.PaymentRefunded;
import dev.frontrow.payment.PointsRefunded;
import dev.frontrow.payment.application.port.in.CompleteRefund;
import dev.frontrow.payment.application.port.out.PaymentCounts;
import dev.frontrow.payment.application.port.out.Payments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class CompleteRefundService implements CompleteRefund {

    private final Payments payments;
    private final PaymentCounts counts;

    CompleteRefundService(Payments payments, PaymentCounts counts) {
        this.payments = payments;
        this.counts = counts;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public PaymentRefunded complete(PointsRefunded refunded) {
        var payment = payments.refund(refunded.due(), refunded.fee())
                .orElseThrow(() -> new IllegalStateException(refunded + " does not fit the payment: "
                        + payments.find(refunded.due().paymentId())));
        counts.refunded();
        return payment.refunded();
    }
}
