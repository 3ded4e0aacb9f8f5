package dev.frontrow.payment;

import static dev.frontrow.payment.PaymentScene.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.payment.PaymentAudit.SettledPayment;
import dev.frontrow.payment.application.port.in.PayForReservation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ModuleTest
class PaymentAuditTests {

    private final PaymentAudit audit;
    private final PayForReservation payForReservation;
    private final ReservationPayments payments;
    private final PaymentScene scene;

    PaymentAuditTests(
            PaymentAudit audit, PayForReservation payForReservation, ReservationPayments payments, PaymentScene scene) {
        this.audit = audit;
        this.payForReservation = payForReservation;
        this.payments = payments;
        this.scene = scene;
    }

    @Test
    void showsWhatWasPaidInTheOrderOfTheIdsText() {
        var ann = someone();
        var pending = scene.open(ann, 10);
        var paid = scene.open(ann, 20);
        var refunded = scene.open(ann, 30);
        payForReservation.pay(paid, ann);
        var receipt = payForReservation.pay(refunded, ann);
        scene.inTransaction(() -> payments.refund(refunded, new Points(6)));

        var settled = new ArrayList<SettledPayment>();
        scene.inTransaction(() -> {
            try (var all = audit.settledPayments()) {
                all.forEach(settled::add);
            }
        });

        assertThat(settled).contains(new SettledPayment(refunded, receipt.reservationId(), 30, true, 6));
        assertThat(settled)
                .extracting(SettledPayment::paymentId)
                .contains(paid, refunded)
                .doesNotContain(pending)
                .extracting(PaymentId::toString)
                .isSorted();
        assertThat(settled)
                .filteredOn(it -> it.paymentId().equals(paid))
                .extracting(SettledPayment::refunded)
                .containsExactly(false);
    }

    @Test
    void tellsWhenPaymentsWerePaid() {
        var ann = someone();
        var pending = scene.open(ann, 10);
        var paid = scene.open(ann, 20);
        var refunded = scene.open(ann, 30);
        var receipt = payForReservation.pay(paid, ann);
        var given = payForReservation.pay(refunded, ann);
        scene.inTransaction(() -> payments.refund(refunded, Points.NONE));

        assertThat(audit.paidAt(List.of(pending, paid, refunded)))
                .isEqualTo(Map.of(paid, receipt.paidAt(), refunded, given.paidAt()));
    }
}
