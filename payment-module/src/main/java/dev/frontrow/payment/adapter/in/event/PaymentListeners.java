package dev.frontrow.payment.adapter.in.event;

import dev.frontrow.payment.PaymentCompleted;
import dev.frontrow.payment.PaymentRefunded;
import dev.frontrow.payment.PointsRefunded;
import dev.frontrow.payment.SeatsConfirmed;
import dev.frontrow.payment.application.port.in.CompletePayment;
import dev.frontrow.payment.application.port.in.CompleteRefund;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Payment's steps in its own flow: what each returns is published as the next event, in the same transaction. */
@Component
class PaymentListeners {

    private final CompletePayment completePayment;
    private final CompleteRefund completeRefund;

    PaymentListeners(CompletePayment completePayment, CompleteRefund completeRefund) {
        this.completePayment = completePayment;
        this.completeRefund = completeRefund;
    }

    @EventListener
    List<PaymentCompleted> on(SeatsConfirmed event) {
        return completePayment.complete(event);
    }

    @EventListener
    PaymentRefunded on(PointsRefunded event) {
        return completeRefund.complete(event);
    }
}
