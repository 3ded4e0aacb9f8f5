package dev.frontrow.point;

import static dev.frontrow.point.PointScene.due;
import static dev.frontrow.point.PointScene.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.SchemaAlone;
import dev.frontrow.payment.DeductedPayment;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.Points;
import dev.frontrow.payment.PointsDeducted;
import dev.frontrow.payment.RefundRequested;
import dev.frontrow.payment.TicketsLocked;
import dev.frontrow.point.application.query.PointTransactionType;
import dev.frontrow.point.application.query.PointTransactionView;
import dev.frontrow.point.domain.InsufficientPoints;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.Scenario;
import org.springframework.transaction.IllegalTransactionStateException;

/** Point's steps in the payment flow: what payments cost. */
@ModuleTest
class PointModuleTests {

    private final PointScene scene;
    private final ApplicationEventPublisher events;

    PointModuleTests(PointScene scene, ApplicationEventPublisher events) {
        this.scene = scene;
        this.events = events;
    }

    @Test
    void deductsWhatAPaymentCosts(Scenario scenario) {
        var ann = someone();
        var payment = PaymentId.generate();
        scene.charge(ann, 300);

        scenario.publish(new TicketsLocked(List.of(due(payment, ann, 160)), true))
                .andWaitForEventOfType(PointsDeducted.class)
                .toArriveAndVerify(event -> assertThat(event)
                        .isEqualTo(new PointsDeducted(
                                List.of(new DeductedPayment(due(payment, ann, 160), new Points(140))), true)));

        assertThat(scene.balance(ann)).isEqualTo(140);
        assertThat(scene.ledger(ann).getFirst())
                .extracting(
                        PointTransactionView::type,
                        PointTransactionView::amount,
                        PointTransactionView::balanceAfter,
                        PointTransactionView::reference)
                .containsExactly(PointTransactionType.PAYMENT, -160L, 140L, payment.toString());
    }

    @Test
    void paysWithTheLastPoint() {
        var ann = someone();
        scene.charge(ann, 300);

        scene.pay(PaymentId.generate(), ann, 300);

        assertThat(scene.balance(ann)).isZero();
    }

    @Test
    void refusesToPayWithTooFewPoints(Scenario scenario) {
        var ann = someone();
        var payment = PaymentId.generate();
        scene.charge(ann, 299);

        scenario.stimulate((transaction, events) -> {
                    assertThatExceptionOfType(InsufficientPoints.class)
                            .isThrownBy(() -> transaction.executeWithoutResult(
                                    _ -> events.publishEvent(new TicketsLocked(List.of(due(payment, ann, 300)), true))))
                            .satisfies(refused -> {
                                assertThat(refused.required()).isEqualTo(new Points(300));
                                assertThat(refused.balance()).isEqualTo(new Points(299));
                            });
                })
                .andWaitForStateChange(() -> scene.balance(ann), balance -> balance == 299)
                .andVerifyEvents(events ->
                        assertThat(events.ofType(PointsDeducted.class)).isEmpty());

        assertThat(scene.ledger(ann)).hasSize(1);
    }

    @Test
    void deductsForManyInTheirOrderAndLeavesOutForWhomThereIsTooLittle(Scenario scenario) {
        var ann = someone();
        var bob = someone();
        scene.charge(ann, 300);
        scene.charge(bob, 10);
        var first = due(PaymentId.generate(), ann, 200);
        var tooMuch = due(PaymentId.generate(), ann, 101);
        var ofBob = due(PaymentId.generate(), bob, 10);
        var last = due(PaymentId.generate(), ann, 100);

        scenario.publish(new TicketsLocked(List.of(first, tooMuch, ofBob, last), false))
                .andWaitForEventOfType(PointsDeducted.class)
                .toArriveAndVerify(event -> assertThat(event.payments())
                        .containsExactly(
                                new DeductedPayment(first, new Points(100)),
                                new DeductedPayment(ofBob, Points.NONE),
                                new DeductedPayment(last, Points.NONE)));

        assertThat(scene.ledger(ann))
                .extracting(PointTransactionView::amount, PointTransactionView::balanceAfter)
                .containsExactly(tuple(-100L, 0L), tuple(-200L, 100L), tuple(300L, 300L));
    }

    @Test
    void paysAndGivesBackNothingWithoutAnEntry(Scenario scenario) {
        var ann = someone();
        var bob = someone();
        scene.charge(ann, 300);
        var free = due(PaymentId.generate(), ann, 0);
        var ofBob = due(PaymentId.generate(), bob, 0);

        scenario.publish(new TicketsLocked(List.of(free, ofBob), false))
                .andWaitForEventOfType(PointsDeducted.class)
                .toArriveAndVerify(event -> assertThat(event.payments())
                        .containsExactly(
                                new DeductedPayment(free, new Points(300)), new DeductedPayment(ofBob, Points.NONE)));
        scene.refund(free.paymentId(), ann, 0);
        scene.refund(ofBob.paymentId(), bob, 0);

        assertThat(scene.ledger(ann)).hasSize(1);
        assertThat(scene.ledger(bob)).isEmpty();
    }

    @Test
    void showsWhatIsLeftOfPaymentsJustBeforeOneOfNothing(Scenario scenario) {
        var ann = someone();
        scene.charge(ann, 300);
        var first = due(PaymentId.generate(), ann, 100);
        var free = due(PaymentId.generate(), ann, 0);

        scenario.publish(new TicketsLocked(List.of(first, free), false))
                .andWaitForEventOfType(PointsDeducted.class)
                .toArriveAndVerify(event -> assertThat(event.payments())
                        .containsExactly(
                                new DeductedPayment(first, new Points(200)),
                                new DeductedPayment(free, new Points(200))));
    }

    @Test
    void takesNothingWithoutWaitingForTheAccount() {
        var ann = someone();
        scene.charge(ann, 300);

        scene.inTransaction(() -> {
            events.publishEvent(new TicketsLocked(List.of(due(PaymentId.generate(), ann, 100)), true));
            assertThat(CompletableFuture.runAsync(() -> scene.pay(PaymentId.generate(), ann, 0)))
                    .succeedsWithin(Duration.ofSeconds(10));
        });
    }

    @Test
    void refusesToPayForSomebodyNeverSeen() {
        assertThatExceptionOfType(InsufficientPoints.class)
                .isThrownBy(() -> scene.pay(PaymentId.generate(), someone(), 1))
                .satisfies(refused -> assertThat(refused.balance()).isEqualTo(Points.NONE));
    }

    @Test
    void deductsNothingTwiceWhereAStepIsDeliveredTwice(Scenario scenario) {
        var ann = someone();
        var payment = PaymentId.generate();
        scene.charge(ann, 300);

        scenario.stimulate((_, _) -> {
                    scene.pay(payment, ann, 100);
                    assertThatExceptionOfType(DuplicateKeyException.class)
                            .isThrownBy(() -> scene.pay(payment, ann, 100));
                })
                .andWaitForStateChange(() -> scene.balance(ann), balance -> balance == 200)
                .andVerifyEvents(events ->
                        assertThat(events.ofType(PointsDeducted.class)).hasSize(1));

        assertThat(scene.ledger(ann)).hasSize(2);
    }

    @Test
    void deductsNothingWhereALaterStepRefuses(Scenario scenario) {
        var ann = someone();
        var payment = PaymentId.generate();
        scene.charge(ann, 300);

        scenario.stimulate((transaction, events) -> {
                    assertThatIllegalStateException()
                            .isThrownBy(() -> transaction.executeWithoutResult(_ -> {
                                events.publishEvent(new TicketsLocked(List.of(due(payment, ann, 100)), true));
                                throw new IllegalStateException("the seats are gone");
                            }));
                })
                .andWaitForStateChange(() -> scene.balance(ann), balance -> balance == 300)
                .andExpect(PointsDeducted.class)
                .toArrive();

        assertThat(scene.ledger(ann)).hasSize(1);
    }

    @Test
    void takesPartInTheCallersTransactionOnly() {
        var ann = someone();
        var payment = PaymentId.generate();

        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> events.publishEvent(new TicketsLocked(List.of(due(payment, ann, 1)), true)));
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> events.publishEvent(new RefundRequested(due(payment, ann, 1), Points.NONE)));
    }

    @Test
    void neverSpendsAPointTwiceHoweverManyPayAtOnce() {
        var ann = someone();
        scene.charge(ann, 100);

        var paid = AtOnce.times(30, () -> {
            try {
                scene.pay(PaymentId.generate(), ann, 15);
                return true;
            } catch (InsufficientPoints tooFew) {
                return false;
            }
        });

        assertThat(paid).filteredOn(it -> it).hasSize(6);
        assertThat(scene.balance(ann)).isEqualTo(10);
        assertThat(scene.ledger(ann)).hasSize(7);
    }

    @Test
    void keepsTheBooksWhileEverythingHappensAtOnce() {
        var ann = someone();
        scene.charge(ann, 1_000);
        var paid = PaymentId.generate();
        scene.pay(paid, ann, 10);
        var works = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 10; i++) {
            works.add(() -> scene.charge(ann, 7).replayed());
            works.add(() -> {
                scene.pay(PaymentId.generate(), ann, 3);
                return true;
            });
            works.add(() -> {
                var payment = PaymentId.generate();
                scene.pay(payment, ann, 5);
                scene.refund(payment, ann, 5);
                return true;
            });
        }

        AtOnce.all(works);

        assertThat(scene.balance(ann)).isEqualTo(990 + 70 - 30);
        long balance = 0;
        for (var entry : scene.ledger(ann).reversed()) {
            balance += entry.amount();
            assertThat(entry.balanceAfter()).isEqualTo(balance);
        }
    }

    @Test
    void needsNoSchemaButItsOwn(@Autowired JdbcClient jdbc) {
        SchemaAlone.isThere(jdbc, "point");
    }
}
