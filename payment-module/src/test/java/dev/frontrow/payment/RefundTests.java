package dev.frontrow.payment;

import static dev.frontrow.payment.PaymentScene.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.OtherModules.Step;
import dev.frontrow.payment.OtherModules.Vetoed;
import dev.frontrow.payment.application.port.in.PayForReservation;
import dev.frontrow.payment.domain.Receipt;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.Scenario;

/** Refunding with everybody's steps, in order and at once. */
@ModuleTest
class RefundTests {

    private final PayForReservation payForReservation;
    private final ReservationPayments payments;
    private final OtherModules others;
    private final PaymentScene scene;

    RefundTests(
            PayForReservation payForReservation,
            ReservationPayments payments,
            OtherModules others,
            PaymentScene scene) {
        this.payForReservation = payForReservation;
        this.payments = payments;
        this.others = others;
        this.scene = scene;
    }

    @Test
    void refundsAPaidPaymentWhole(Scenario scenario) {
        var ann = someone();
        var id = scene.open(ann, 10);
        var receipt = payForReservation.pay(id, ann);

        scenario.stimulate(() -> payments.refund(id, Points.NONE))
                .andWaitForStateChange(() -> scene.status(id), "REFUNDED"::equals)
                .andExpect(PaymentRefunded.class)
                .toArriveAndVerify(
                        refunded -> assertThat(refunded).isEqualTo(new PaymentRefunded(due(id, receipt, ann, 10))));

        assertThat(others.done(id)).containsExactly("TICKETS", "POINTS", "SEATS", "REFUND");
    }

    @Test
    void refundsNothingWhereAnotherAmountWasGivenBack(Scenario scenario) {
        var ann = someone();
        var id = scene.open(ann, 10);
        var receipt = payForReservation.pay(id, ann);
        others.answer(Step.REFUND, id, new PointsRefunded(due(id, receipt, ann, 9), Points.NONE));

        scenario.stimulate((transaction, _) -> {
                    assertThatIllegalStateException()
                            .isThrownBy(() -> transaction.executeWithoutResult(_ -> payments.refund(id, Points.NONE)));
                })
                .andWaitForStateChange(() -> scene.status(id), "PAID"::equals)
                .andVerifyEvents(events ->
                        assertThat(events.ofType(PaymentRefunded.class)).isEmpty());

        assertThat(others.done(id)).doesNotContain("REFUND");
    }

    @Test
    void refundsNothingWhereTheStepIsMissing() {
        var ann = someone();
        var id = scene.open(ann, 10);
        payForReservation.pay(id, ann);
        others.leaveOut(Step.REFUND, id);

        assertThatIllegalStateException().isThrownBy(() -> scene.inTransaction(() -> payments.refund(id, Points.NONE)));
        assertThat(scene.status(id)).isEqualTo("PAID");
    }

    @Test
    void refundsNothingWhereTheStepRefuses(Scenario scenario) {
        var ann = someone();
        var id = scene.open(ann, 10);
        payForReservation.pay(id, ann);
        others.veto(Step.REFUND, id);

        scenario.stimulate((transaction, _) -> {
                    assertThatExceptionOfType(Vetoed.class)
                            .isThrownBy(() -> transaction.executeWithoutResult(_ -> payments.refund(id, Points.NONE)));
                })
                .andWaitForStateChange(() -> scene.status(id), "PAID"::equals)
                .andVerifyEvents(events ->
                        assertThat(events.ofType(PaymentRefunded.class)).isEmpty());

        assertThat(others.done(id)).doesNotContain("REFUND");
    }

    @Test
    void refundsNothingTwice(Scenario scenario) {
        var ann = someone();
        var id = scene.open(ann, 10);
        var receipt = payForReservation.pay(id, ann);
        var again = new PointsRefunded(due(id, receipt, ann, 10), Points.NONE);
        scene.inTransaction(() -> payments.refund(id, Points.NONE));

        scenario.stimulate((transaction, events) -> {
                    assertThatIllegalStateException()
                            .isThrownBy(() -> transaction.executeWithoutResult(_ -> payments.refund(id, Points.NONE)));
                    assertThatIllegalStateException()
                            .isThrownBy(() -> transaction.executeWithoutResult(_ -> events.publishEvent(again)));
                })
                .andWaitForStateChange(() -> others.done(id), done -> done.contains("REFUND"))
                .andVerifyEvents(events ->
                        assertThat(events.ofType(PaymentRefunded.class)).hasSize(1));

        assertThat(others.done(id)).containsOnlyOnce("REFUND");
    }

    @Test
    void refundsNoPendingPayment() {
        var id = scene.open(someone(), 10);

        assertThatIllegalStateException().isThrownBy(() -> scene.inTransaction(() -> payments.refund(id, Points.NONE)));
        assertThat(scene.status(id)).isEqualTo("PENDING");
    }

    @Test
    void refundsOnceHoweverManyCancelAtOnce() {
        var ann = someone();
        var id = scene.open(ann, 10);
        payForReservation.pay(id, ann);

        var outcomes = AtOnce.times(8, () -> {
            try {
                scene.inTransaction(() -> payments.refund(id, Points.NONE));
                return true;
            } catch (IllegalStateException refundedAlready) {
                return false;
            }
        });

        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(others.done(id)).containsOnlyOnce("REFUND");
    }

    private static PaymentDue due(PaymentId id, Receipt receipt, UserId user, long amount) {
        return new PaymentDue(id, receipt.reservationId(), user, new Points(amount));
    }
}
