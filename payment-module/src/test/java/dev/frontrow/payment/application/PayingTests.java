package dev.frontrow.payment.application;

import static dev.frontrow.payment.PaymentScene.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frontrow.ModuleTest;
import dev.frontrow.edge.Outcome;
import dev.frontrow.edge.Outcome.Done;
import dev.frontrow.edge.Outcome.LeftOut;
import dev.frontrow.edge.Outcome.Refused;
import dev.frontrow.payment.OtherModules;
import dev.frontrow.payment.OtherModules.Step;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.PaymentScene;
import dev.frontrow.payment.application.Paying.Asked;
import dev.frontrow.payment.application.port.in.PayForReservation;
import dev.frontrow.payment.domain.Receipt;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.OptimisticLockingFailureException;

/** Paying many payments in one transaction. */
@ModuleTest
class PayingTests {

    private final Paying paying;
    private final PayForReservation payForReservation;
    private final OtherModules others;
    private final PaymentScene scene;

    PayingTests(Paying paying, PayForReservation payForReservation, OtherModules others, PaymentScene scene) {
        this.paying = paying;
        this.payForReservation = payForReservation;
        this.others = others;
        this.scene = scene;
    }

    @Test
    void answersEachForItself() {
        var ann = someone();
        var paid = scene.open(ann, 10);
        payForReservation.pay(paid, ann);
        var over = scene.open(ann, 10);
        scene.letTimeRunOut(over);
        var pending = scene.open(ann, 20);

        var outcomes = paying.pay(List.of(
                new Asked(paid, ann),
                new Asked(over, ann),
                new Asked(pending, ann),
                new Asked(pending, someone()),
                new Asked(pending, ann),
                new Asked(PaymentId.generate(), ann)));

        assertThat(outcomes)
                .extracting(PayingTests::said)
                .containsExactly(
                        "paid 10", "ReservationExpired", "paid 20", "PaymentNotFound", "paid 20", "PaymentNotFound");
        assertThat(others.done(pending)).containsExactly("TICKETS", "POINTS", "SEATS");
        assertThat(others.completionsOf(pending)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"TICKETS", "POINTS"})
    void paysTheOthersWhereAStepRefusesOneAndLeavesThatOneOut(Step step) {
        var ann = someone();
        var refused = scene.open(ann, 10);
        var first = scene.open(ann, 20);
        others.refuse(step, refused);

        var outcomes = paying.pay(List.of(new Asked(first, ann), new Asked(refused, ann)));

        assertThat(outcomes).extracting(PayingTests::said).containsExactly("paid 20", "left out");
        assertThat(scene.status(refused)).isEqualTo("PENDING");
        assertThatExceptionOfType(OtherModules.Vetoed.class).isThrownBy(() -> payForReservation.pay(refused, ann));
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"TICKETS", "POINTS"})
    void keepsARefusalFromTheOthersAlsoWhereNobodyElseIsLeftToPay(Step step) {
        var ann = someone();
        var paid = scene.open(ann, 10);
        payForReservation.pay(paid, ann);
        var bob = someone();
        var refused = scene.open(bob, 10);
        others.refuse(step, refused);

        var outcomes = paying.pay(
                List.of(new Asked(paid, ann), new Asked(refused, bob), new Asked(PaymentId.generate(), ann)));

        assertThat(outcomes).extracting(PayingTests::said).containsExactly("paid 10", "left out", "PaymentNotFound");
    }

    @Test
    void paysNoneOfManyOfWhichOneExpiresWhenItCanNoLongerBeLeftOut() {
        var ann = someone();
        var expiring = scene.open(ann, 10);
        var other = scene.open(ann, 20);
        others.before(Step.SEATS, expiring, () -> scene.letTimeRunOut(expiring));

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> paying.pay(List.of(new Asked(expiring, ann), new Asked(other, ann))));

        assertThat(scene.status(other)).isEqualTo("PENDING");
        assertThat(others.done(other)).isEmpty();
    }

    private static String said(Outcome<Receipt> outcome) {
        return switch (outcome) {
            case Done<Receipt>(var receipt) -> "paid " + receipt.amount();
            case Refused<Receipt>(var refusal) -> refusal.getClass().getSimpleName();
            case LeftOut<Receipt>() -> "left out";
        };
    }
}
