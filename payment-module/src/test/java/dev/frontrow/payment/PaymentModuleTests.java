package dev.frontrow.payment;

import static dev.frontrow.payment.OtherModules.BALANCE;
import static dev.frontrow.payment.PaymentScene.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.SchemaAlone;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.OtherModules.Step;
import dev.frontrow.payment.application.port.in.PayForReservation;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.Scenario;
import org.springframework.transaction.IllegalTransactionStateException;

/** Paying with everybody's steps, in order and at once. */
@ModuleTest
class PaymentModuleTests {

    private final PayForReservation payForReservation;
    private final ReservationPayments payments;
    private final OtherModules others;
    private final PaymentScene scene;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;

    PaymentModuleTests(
            PayForReservation payForReservation,
            ReservationPayments payments,
            OtherModules others,
            PaymentScene scene,
            ApplicationEventPublisher events,
            MeterRegistry meters) {
        this.payForReservation = payForReservation;
        this.payments = payments;
        this.others = others;
        this.scene = scene;
        this.events = events;
        this.meters = meters;
    }

    @Test
    void paysByTakingEveryStepInOrder(Scenario scenario) {
        var ann = someone();
        var id = scene.open(ann, 160_000);

        scenario.stimulate(_ -> payForReservation.pay(id, ann))
                .andWaitForEventOfType(PaymentCompleted.class)
                .toArriveAndVerify((completed, receipt) -> {
                    assertThat(receipt.balance()).isEqualTo(new Points(BALANCE.amount() - 160_000));
                    assertThat(completed)
                            .isEqualTo(new PaymentCompleted(
                                    id,
                                    receipt.reservationId(),
                                    ann.value(),
                                    160_000,
                                    "place-of-" + ann,
                                    receipt.paidAt()));
                });

        assertThat(scene.status(id)).isEqualTo("PAID");
        assertThat(others.done(id)).containsExactly("TICKETS", "POINTS", "SEATS");
    }

    @Test
    void tellsOfTheCompletionOnceItIsCommitted(Scenario scenario) {
        var ann = someone();
        var id = scene.open(ann, 10);

        scenario.publish(confirmed(id, ann, 10))
                .andWaitForStateChange(() -> others.completionsOf(id), heard -> !heard.isEmpty())
                .andExpect(PaymentCompleted.class)
                .toArriveAndVerify(
                        completed -> assertThat(others.completionsOf(id)).containsExactly(completed));

        assertThat(scene.status(id)).isEqualTo("PAID");
    }

    @Test
    void tellsNobodyOfACompletionThatIsUndone(Scenario scenario) {
        var ann = someone();
        var id = scene.open(ann, 10);

        scenario.stimulate((transaction, events) -> {
                    assertThatIllegalStateException()
                            .isThrownBy(() -> transaction.executeWithoutResult(_ -> {
                                events.publishEvent(confirmed(id, ann, 10));
                                throw new IllegalStateException("undone");
                            }));
                })
                .andWaitForStateChange(() -> scene.status(id), "PENDING"::equals)
                .andExpect(PaymentCompleted.class)
                .toArrive();

        assertThat(others.completionsOf(id)).isEmpty();
    }

    @Test
    void answersTheSameReceiptWhenPaidAgain() {
        var ann = someone();
        var id = scene.open(ann, 10);
        var first = payForReservation.pay(id, ann);
        scene.letTimeRunOut(id);

        assertThat(payForReservation.pay(id, ann)).isEqualTo(first);
        assertThat(others.done(id)).containsExactly("TICKETS", "POINTS", "SEATS");
        assertThat(others.completionsOf(id)).hasSize(1);
    }

    @Test
    void paysOnceHoweverManyPayAtOnce() {
        var ann = someone();
        var id = scene.open(ann, 10);

        var receipts = AtOnce.times(20, () -> payForReservation.pay(id, ann));

        assertThat(receipts).hasSize(20).containsOnly(receipts.getFirst());
        assertThat(others.done(id)).containsExactly("TICKETS", "POINTS", "SEATS");
        assertThat(others.completionsOf(id)).hasSize(1);
    }

    @Test
    void acceptsNoConfirmationOfAnotherAmount(Scenario scenario) {
        var ann = someone();
        var id = scene.open(ann, 10);

        scenario.stimulate((transaction, events) -> {
                    assertThatIllegalStateException()
                            .isThrownBy(() ->
                                    transaction.executeWithoutResult(_ -> events.publishEvent(confirmed(id, ann, 9))));
                })
                .andWaitForStateChange(() -> scene.status(id), "PENDING"::equals)
                .andVerifyEvents(events ->
                        assertThat(events.ofType(PaymentCompleted.class)).isEmpty());
    }

    @Test
    void completesNothingTwiceWhereAConfirmationIsDeliveredTwice(Scenario scenario) {
        var ann = someone();
        var id = scene.open(ann, 10);
        var receipt = payForReservation.pay(id, ann);
        var again = confirmed(id, ann, 10);

        scenario.stimulate((transaction, events) -> {
                    assertThatIllegalStateException()
                            .isThrownBy(() -> transaction.executeWithoutResult(_ -> events.publishEvent(again)));
                })
                .andWaitForStateChange(() -> payForReservation.pay(id, ann), receipt::equals)
                .andVerifyEvents(events ->
                        assertThat(events.ofType(PaymentCompleted.class)).hasSize(1));

        assertThat(others.completionsOf(id)).hasSize(1);
    }

    @Test
    void completesNothingOutsideThePayersTransaction() {
        var id = scene.open(someone(), 10);

        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> events.publishEvent(confirmed(id, someone(), 10)));
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> events.publishEvent(new PointsRefunded(
                        new PaymentDue(id, UUID.randomUUID(), someone(), new Points(10)), Points.NONE)));
    }

    @Test
    void eitherPaysOrCancelsWhereBothComeAtOnce() {
        for (int round = 0; round < 10; round++) {
            var ann = someone();
            var id = scene.open(ann, 10);
            var outcomes = AtOnce.<Object>outcomes(List.of(() -> payForReservation.pay(id, ann), () -> {
                scene.inTransaction(() -> payments.cancel(id));
                return id;
            }));

            var isPaid = outcomes.getFirst().thrown() == null;
            assertThat(outcomes).filteredOn(outcome -> outcome.thrown() == null).hasSize(1);
            assertThat(scene.status(id)).isEqualTo(isPaid ? "PAID" : "CANCELLED");
        }
    }

    @Test
    void countsWhatIsCommittedAndNothingElse() {
        var ann = someone();
        var paid = scene.open(ann, 10);
        var refused = scene.open(ann, 10);
        others.before(Step.SEATS, refused, () -> scene.letTimeRunOut(refused));
        double completed = count("frontrow.payment.completed");
        double refunded = count("frontrow.payment.refunded");

        payForReservation.pay(paid, ann);
        scene.inTransaction(() -> payments.refund(paid, Points.NONE));
        assertThatExceptionOfType(ReservationExpired.class).isThrownBy(() -> payForReservation.pay(refused, ann));

        assertThat(count("frontrow.payment.completed")).isEqualTo(completed + 1);
        assertThat(count("frontrow.payment.refunded")).isEqualTo(refunded + 1);
    }

    @Test
    void needsNoSchemaButItsOwn(@Autowired JdbcClient jdbc) {
        SchemaAlone.isThere(jdbc, "payment");
    }

    private static SeatsConfirmed confirmed(PaymentId id, UserId user, long amount) {
        return new SeatsConfirmed(
                List.of(new DeductedPayment(
                        new PaymentDue(id, UUID.randomUUID(), user, new Points(amount)), new Points(5))),
                true);
    }

    private double count(String name) {
        return meters.get(name).counter().count();
    }
}
