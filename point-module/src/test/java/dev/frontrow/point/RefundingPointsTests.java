package dev.frontrow.point;

import static dev.frontrow.point.PointScene.due;
import static dev.frontrow.point.PointScene.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.frontrow.ModuleTest;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.Points;
import dev.frontrow.payment.PointsRefunded;
import dev.frontrow.payment.RefundRequested;
import dev.frontrow.point.application.query.PointTransactionType;
import dev.frontrow.point.application.query.PointTransactionView;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.Scenario;

/** Point's steps in the payment flow: what refunds give back. */
@ModuleTest
class RefundingPointsTests {

    private final PointScene scene;

    RefundingPointsTests(PointScene scene) {
        this.scene = scene;
    }

    @Test
    void givesBackWhatWasPaid(Scenario scenario) {
        var ann = someone();
        var payment = paidBy(ann);

        scenario.publish(new RefundRequested(due(payment, ann, 160), Points.NONE))
                .andWaitForEventOfType(PointsRefunded.class)
                .toArriveAndVerify(
                        event -> assertThat(event).isEqualTo(new PointsRefunded(due(payment, ann, 160), Points.NONE)));

        assertThat(scene.balance(ann)).isEqualTo(300);
        assertThat(scene.ledger(ann).getFirst())
                .extracting(
                        PointTransactionView::type,
                        PointTransactionView::amount,
                        PointTransactionView::balanceAfter,
                        PointTransactionView::reference)
                .containsExactly(PointTransactionType.REFUND, 160L, 300L, payment.toString());
    }

    @Test
    void givesBackWhatTheFeeLeaves(Scenario scenario) {
        var ann = someone();
        var payment = paidBy(ann);

        scenario.publish(new RefundRequested(due(payment, ann, 160), new Points(16)))
                .andWaitForEventOfType(PointsRefunded.class)
                .toArriveAndVerify(event ->
                        assertThat(event).isEqualTo(new PointsRefunded(due(payment, ann, 160), new Points(16))));

        assertThat(scene.balance(ann)).isEqualTo(284);
        assertThat(scene.ledger(ann).getFirst())
                .extracting(PointTransactionView::amount, PointTransactionView::balanceAfter)
                .containsExactly(144L, 284L);
    }

    @Test
    void givesBackNothingWithoutAnEntryWhereTheFeeIsAllOfIt() {
        var ann = someone();
        var payment = paidBy(ann);

        scene.refund(payment, ann, 160, 160);

        assertThat(scene.balance(ann)).isEqualTo(140);
        assertThat(scene.ledger(ann)).hasSize(2);
    }

    @Test
    void givesBackBeyondTheLimitOfCharging() {
        var ann = someone();
        var payment = PaymentId.generate();
        scene.fill(ann);
        scene.pay(payment, ann, 1_000_000);
        scene.charge(ann, 1_000_000);

        scene.refund(payment, ann, 1_000_000);

        assertThat(scene.balance(ann)).isEqualTo(101_000_000);
    }

    @Test
    void givesNothingBackTwiceWhereAStepIsDeliveredTwice(Scenario scenario) {
        var ann = someone();
        var payment = paidBy(ann);

        scenario.stimulate((_, _) -> {
                    scene.refund(payment, ann, 160);
                    assertThatIllegalStateException().isThrownBy(() -> scene.refund(payment, ann, 160));
                })
                .andWaitForStateChange(() -> scene.balance(ann), balance -> balance == 300)
                .andVerifyEvents(events ->
                        assertThat(events.ofType(PointsRefunded.class)).hasSize(1));

        assertThat(scene.ledger(ann)).hasSize(3);
    }

    @Test
    void givesNothingBackThatWasNeverPaid(Scenario scenario) {
        var ann = someone();
        var bob = someone();
        var payment = paidBy(ann);
        scene.charge(bob, 300);

        scenario.stimulate((_, _) -> {
                    assertThatIllegalStateException().isThrownBy(() -> scene.refund(PaymentId.generate(), ann, 160));
                    assertThatIllegalStateException().isThrownBy(() -> scene.refund(payment, ann, 161));
                    assertThatIllegalStateException().isThrownBy(() -> scene.refund(payment, bob, 160));
                })
                .andWaitForStateChange(() -> scene.balance(ann), balance -> balance == 140)
                .andVerifyEvents(events ->
                        assertThat(events.ofType(PointsRefunded.class)).isEmpty());

        assertThat(scene.balance(bob)).isEqualTo(300);
    }

    /** A payment of 160 points by somebody who had 300. */
    private PaymentId paidBy(UserId user) {
        var payment = PaymentId.generate();
        scene.charge(user, 300);
        scene.pay(payment, user, 160);
        return payment;
    }
}
