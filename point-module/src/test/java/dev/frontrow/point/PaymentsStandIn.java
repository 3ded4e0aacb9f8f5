package dev.frontrow.point;

import dev.frontrow.payment.PaymentAudit;
import dev.frontrow.payment.PaymentId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Stands in for payment where the integrity report asks it. */
@Component
class PaymentsStandIn implements PaymentAudit {

    private List<SettledPayment> settled = List.of();

    /** Says which payments were paid from now on, in the order of their ids' text. */
    void are(SettledPayment... payments) {
        settled = List.of(payments);
    }

    @Override
    public Stream<SettledPayment> settledPayments() {
        return settled.stream();
    }

    @Override
    public Map<PaymentId, Instant> paidAt(Collection<PaymentId> paymentIds) {
        throw new UnsupportedOperationException("the integrity report does not ask when");
    }
}
