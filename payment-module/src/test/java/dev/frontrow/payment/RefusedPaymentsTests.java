package dev.frontrow.payment;

import static dev.frontrow.payment.PaymentScene.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.frontrow.ModuleTest;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.OtherModules.Step;
import dev.frontrow.payment.OtherModules.Vetoed;
import dev.frontrow.payment.application.port.in.PayForReservation;
import dev.frontrow.payment.domain.Receipt;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.modulith.test.Scenario;

/** What is not paid: where a step is missing or refuses, and what can be paid no more. */
@ModuleTest
class RefusedPaymentsTests {

    private final PayForReservation payForReservation;
    private final ReservationPayments payments;
    private final OtherModules others;
    private final PaymentScene scene;

    RefusedPaymentsTests(
            PayForReservation payForReservation,
            ReservationPayments payments,
            OtherModules others,
            PaymentScene scene) {
        this.payForReservation = payForReservation;
        this.payments = payments;
        this.others = others;
        this.scene = scene;
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "REFUND")
    void paysNothingWhereAStepIsMissing(Step step) {
        var ann = someone();
        var id = scene.open(ann, 10);
        others.leaveOut(step, id);

        assertThatIllegalStateException().isThrownBy(() -> payForReservation.pay(id, ann));

        assertThat(scene.status(id)).isEqualTo("PENDING");
        assertThat(others.done(id)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "REFUND")
    void paysNothingWhereAStepRefuses(Step step, Scenario scenario) {
        var ann = someone();
        var id = scene.open(ann, 10);
        others.veto(step, id);

        scenario.stimulate(
                        _ -> assertThatExceptionOfType(Vetoed.class).isThrownBy(() -> payForReservation.pay(id, ann)))
                .andWaitForStateChange(() -> scene.status(id), "PENDING"::equals)
                .andVerifyEvents(events ->
                        assertThat(events.ofType(PaymentCompleted.class)).isEmpty());

        assertThat(others.done(id)).isEmpty();
    }

    @Test
    void refusesWhatExpiredAlthoughNobodyHasTidiedUp() {
        var ann = someone();
        var id = scene.open(ann, 10);
        scene.letTimeRunOut(id);

        assertThatExceptionOfType(ReservationExpired.class).isThrownBy(() -> payForReservation.pay(id, ann));
        assertThat(others.done(id)).isEmpty();
    }

    @Test
    void refusesWhatExpiresWhileTheStepsAreAtWork(Scenario scenario) {
        var ann = someone();
        var id = scene.open(ann, 10);
        others.before(Step.SEATS, id, () -> scene.letTimeRunOut(id));

        scenario.stimulate(_ -> assertThatExceptionOfType(ReservationExpired.class)
                        .isThrownBy(() -> payForReservation.pay(id, ann)))
                .andWaitForStateChange(() -> scene.status(id), "PENDING"::equals)
                .andVerifyEvents(events ->
                        assertThat(events.ofType(PaymentCompleted.class)).isEmpty());

        assertThat(others.done(id)).isEmpty();
    }

    @Test
    void refusesWhatExpiresWhileThePayerWaitsForTheLock() {
        var ann = someone();
        var id = scene.open(ann, 10);

        var paying = payWhile(id, ann, () -> scene.letTimeRunOut(id)); // after the payer began to ask

        assertRefused(paying, ReservationExpired.class);
        assertThat(scene.status(id)).isEqualTo("PENDING");
        assertThat(others.done(id)).isEmpty();
    }

    @Test
    void refusesWhatIsCancelledWhileThePayerWaitsForTheLock() {
        var ann = someone();
        var id = scene.open(ann, 10);

        var paying = payWhile(id, ann, () -> payments.cancel(id));

        assertRefused(paying, PaymentCancelled.class);
        assertThat(scene.status(id)).isEqualTo("CANCELLED");
        assertThat(others.done(id)).isEmpty();
    }

    /** Has somebody pay who waits for the lock, while its holder does this. */
    private CompletableFuture<Receipt> payWhile(PaymentId id, UserId payer, Runnable meanwhile) {
        var paying = new CompletableFuture<Receipt>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            scene.inTransaction(() -> {
                payments.lock(id);
                paying.completeAsync(() -> payForReservation.pay(id, payer), threads);
                Awaitility.await().until(scene::somebodyWaitsForALock);
                meanwhile.run();
            });
        }
        return paying;
    }

    private static void assertRefused(CompletableFuture<Receipt> paying, Class<? extends RuntimeException> refusal) {
        assertThat(paying)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCauseInstanceOf(refusal);
    }

    @Test
    void refusesWhatWasCancelled() {
        var ann = someone();
        var id = scene.open(ann, 10);
        scene.inTransaction(() -> payments.cancel(id));

        assertThatExceptionOfType(PaymentCancelled.class).isThrownBy(() -> payForReservation.pay(id, ann));
    }

    @Test
    void refusesWhatWasRefunded() {
        var ann = someone();
        var id = scene.open(ann, 10);
        payForReservation.pay(id, ann);
        scene.inTransaction(() -> payments.refund(id, Points.NONE));

        assertThatExceptionOfType(PaymentCancelled.class).isThrownBy(() -> payForReservation.pay(id, ann));
    }

    @Test
    void doesNotFindWhatIsSomebodyElses() {
        var id = scene.open(someone(), 10);

        assertThatExceptionOfType(PaymentNotFound.class).isThrownBy(() -> payForReservation.pay(id, someone()));
    }
}
