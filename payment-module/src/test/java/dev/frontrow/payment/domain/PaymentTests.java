package dev.frontrow.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.PaymentRequested;
import dev.frontrow.payment.RefundRequested;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentTests {

    private static final Instant TEN = Instant.parse("2026-12-24T10:00:00Z");

    private final Terms terms = new Terms(PaymentId.random(), UUID.randomUUID(), "ann", 160_000, TEN);

    @Test
    void asksForItsWholeAmount() {
        assertThat(new PendingPayment(terms).requested())
                .isEqualTo(new PaymentRequested(terms.id(), terms.reservationId(), "ann", 160_000));
    }

    @Test
    void hasItsWholeAmountGivenBack() {
        assertThat(new PaidPayment(terms, TEN, 0).refundRequested())
                .isEqualTo(new RefundRequested(terms.id(), terms.reservationId(), "ann", 160_000));
    }

    @Test
    void showsTheSameReceiptEachTime() {
        var paid = new PaidPayment(terms, TEN.plusSeconds(60), 40_000);

        assertThat(paid.receipt())
                .isEqualTo(paid.receipt())
                .isEqualTo(new Receipt(terms.id(), terms.reservationId(), 160_000, TEN, TEN.plusSeconds(60), 40_000));
    }

    @Test
    void isOfAtLeastOnePoint() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Terms(terms.id(), terms.reservationId(), "ann", 0, TEN));
    }

    @Test
    void leavesNoNegativeBalance() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PaidPayment(terms, TEN, -1));
    }
}
