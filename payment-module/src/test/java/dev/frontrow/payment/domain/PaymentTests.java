package dev.frontrow.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentCompleted;
import dev.frontrow.payment.PaymentDue;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.PaymentRequested;
import dev.frontrow.payment.Points;
import dev.frontrow.payment.RefundRequested;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentTests {

    private static final Instant TEN = Instant.parse("2026-12-24T10:00:00Z");

    private final Terms terms = new Terms(
            new PaymentDue(PaymentId.generate(), UUID.randomUUID(), new UserId("ann"), new Points(160_000)), "7", TEN);

    @Test
    void asksForItsWholeAmount() {
        assertThat(PendingPayment.requested(List.of(new PendingPayment(terms)), true))
                .isEqualTo(new PaymentRequested(List.of(terms.due()), true));
    }

    @Test
    void hasItsWholeAmountGivenBack() {
        var request = new PaidPayment(terms, TEN, Points.NONE).refundRequested(Points.NONE);

        assertThat(request).isEqualTo(new RefundRequested(terms.due(), Points.NONE));
        assertThat(request.back()).isEqualTo(new Points(160_000));
    }

    @Test
    void hasGivenBackWhatTheFeeLeaves() {
        var paid = new PaidPayment(terms, TEN, Points.NONE);

        assertThat(paid.refundRequested(new Points(1)).back()).isEqualTo(new Points(159_999));
        assertThat(paid.refundRequested(new Points(160_000)).back()).isEqualTo(Points.NONE);
        assertThatIllegalArgumentException().isThrownBy(() -> paid.refundRequested(new Points(160_001)));
    }

    @Test
    void showsTheSameReceiptEachTime() {
        var paid = new PaidPayment(terms, TEN.plusSeconds(60), new Points(40_000));

        assertThat(paid.receipt())
                .isEqualTo(paid.receipt())
                .isEqualTo(new Receipt(
                        terms.id(),
                        terms.due().reservationId(),
                        new Points(160_000),
                        TEN,
                        TEN.plusSeconds(60),
                        new Points(40_000)));
    }

    @Test
    void tellsWhoPaidWhatWithWhichPlaceInLine() {
        assertThat(new PaidPayment(terms, TEN, Points.NONE).completed())
                .isEqualTo(new PaymentCompleted(terms.id(), terms.due().reservationId(), "ann", 160_000, "7", TEN));
    }

    @Test
    void isOfNothingWhereTheSeatsCostNothing() {
        var due = new PaymentDue(
                terms.id(), terms.due().reservationId(), terms.due().userId(), Points.NONE);

        assertThat(due.amount()).isEqualTo(Points.NONE);
    }
}
