package dev.frontrow.payment;

import static dev.frontrow.payment.PaymentScene.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.payment.application.port.in.PayForReservation;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.IllegalTransactionStateException;

/** What reservation does with its payments. */
@ModuleTest
class ReservationPaymentsTests {

    private final ReservationPayments payments;
    private final PayForReservation payForReservation;
    private final PaymentScene scene;
    private final OtherModules others;

    ReservationPaymentsTests(
            ReservationPayments payments,
            PayForReservation payForReservation,
            PaymentScene scene,
            OtherModules others) {
        this.payments = payments;
        this.payForReservation = payForReservation;
        this.scene = scene;
        this.others = others;
    }

    @Test
    void worksInTheCallersTransactionOnly() {
        var id = scene.open(someone(), 10);

        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> payments.open(List.of(opening(UUID.randomUUID()))));
        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> payments.lock(id));
        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> payments.cancel(id));
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> payments.expire(List.of(id)));
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> payments.refund(id, Points.NONE));
    }

    @Test
    void opensOnePaymentAReservation() {
        var reservation = UUID.randomUUID();
        scene.inTransaction(() -> payments.open(List.of(opening(reservation))));

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> scene.inTransaction(() -> payments.open(List.of(opening(reservation)))));
    }

    @Test
    void settlesAPaymentOfNothingThroughAllSteps() {
        var ann = someone();
        var id = scene.open(ann, 0);

        scene.inTransaction(() -> payments.settle(id));

        assertThat(scene.status(id)).isEqualTo("PAID");
        assertThat(others.done(id)).containsExactly("TICKETS", "POINTS", "SEATS");
        assertThat(others.completionsOf(id)).hasSize(1);
        assertThat(payForReservation.pay(id, ann).amount()).isEqualTo(Points.NONE);
        scene.inTransaction(() -> payments.refund(id, Points.NONE));
        assertThat(scene.status(id)).isEqualTo("REFUNDED");
    }

    @Test
    void settlesNothingThatCostsPointsOrIsNotPendingOrThatNobodyConfirms() {
        var costly = scene.open(someone(), 1);
        var settled = scene.open(someone(), 0);
        var unheard = scene.open(someone(), 0);
        scene.inTransaction(() -> payments.settle(settled));
        others.leaveOut(OtherModules.Step.SEATS, unheard);

        for (var id : List.of(costly, settled, unheard)) {
            assertThatIllegalStateException().isThrownBy(() -> scene.inTransaction(() -> payments.settle(id)));
        }
        assertThat(scene.status(costly)).isEqualTo("PENDING");
        assertThat(scene.status(unheard)).isEqualTo("PENDING");
        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> payments.settle(unheard));
    }

    @Test
    void cancelsAPendingPaymentOnly() {
        var ann = someone();
        var pending = scene.open(ann, 10);
        var paid = scene.open(ann, 10);
        payForReservation.pay(paid, ann);

        scene.inTransaction(() -> payments.cancel(pending));

        assertThat(scene.status(pending)).isEqualTo("CANCELLED");
        assertThatIllegalStateException().isThrownBy(() -> scene.inTransaction(() -> payments.cancel(pending)));
        assertThatIllegalStateException().isThrownBy(() -> scene.inTransaction(() -> payments.cancel(paid)));
    }

    @Test
    void cancelsThoseThatCanStillBePaidAndLeavesTheOthers() {
        var ann = someone();
        var payable = scene.open(ann, 10);
        var over = scene.open(ann, 10);
        var paid = scene.open(ann, 10);
        payForReservation.pay(paid, ann);
        scene.letTimeRunOut(over);
        var asked = List.of(payable, over, paid, PaymentId.generate());

        scene.inTransaction(() -> assertThat(payments.cancelPayable(asked)).containsExactly(payable));
        scene.inTransaction(() -> assertThat(payments.cancelPayable(asked)).isEmpty());

        assertThat(scene.status(payable)).isEqualTo("CANCELLED");
        assertThat(scene.status(paid)).isEqualTo("PAID");
        assertThatExceptionOfType(PaymentCancelled.class).isThrownBy(() -> payForReservation.pay(payable, ann));
        scene.inTransaction(() -> assertThat(payments.cancelPayable(List.of())).isEmpty());
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> payments.cancelPayable(asked));
    }

    @Test
    void locksThoseThatNobodyHasLocked() {
        var taken = scene.open(someone(), 10);
        var free = scene.open(someone(), 10);
        var asked = List.of(taken, free, PaymentId.generate());

        scene.inTransaction(() -> {
            payments.lock(taken);
            CompletableFuture.runAsync(() -> scene.inTransaction(
                            () -> assertThat(payments.lockFree(asked)).containsExactly(free)))
                    .join();
        });

        scene.inTransaction(() -> assertThat(payments.lockFree(List.of())).isEmpty());
        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> payments.lockFree(asked));
    }

    @Test
    void tellsThatAPaymentIsNotThere() {
        scene.inTransaction(
                () -> assertThat(payments.lock(PaymentId.generate())).isFalse());
    }

    @Test
    void expiresWhatIsPendingAndOver() {
        var ann = someone();
        var over = scene.open(ann, 10);
        var cancelled = scene.open(ann, 10);
        var paid = scene.open(ann, 10);
        var payable = scene.open(ann, 10);
        payForReservation.pay(paid, ann);
        scene.inTransaction(() -> payments.cancel(cancelled));
        List.of(over, cancelled, paid).forEach(scene::letTimeRunOut);
        var asked = List.of(over, cancelled, paid, payable, PaymentId.generate());

        assertThat(expire(asked)).containsExactly(over);
        assertThat(expire(asked)).isEmpty();
        assertThat(expire(List.of())).isEmpty();
        assertThat(scene.status(over)).isEqualTo("EXPIRED");
        assertThat(scene.status(payable)).isEqualTo("PENDING");
    }

    @Test
    void passesByWhatSomebodyHasLocked() throws Exception {
        var locked = scene.open(someone(), 10);
        var free = scene.open(someone(), 10);
        List.of(locked, free).forEach(scene::letTimeRunOut);
        var isLocked = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var holder = threads.submit(() -> scene.inTransaction(() -> {
                payments.lock(locked);
                isLocked.countDown();
                await(done);
            }));
            isLocked.await();

            assertThat(expire(List.of(locked, free))).containsExactly(free);

            done.countDown();
            holder.get();
        }
        assertThat(expire(List.of(locked, free))).containsExactly(locked);
    }

    @Test
    void deletesWhatEndedUnpaidAndNothingElse() {
        var ann = someone();
        var expired = scene.open(ann, 10);
        var cancelled = scene.open(ann, 10);
        var over = scene.open(ann, 10);
        var payable = scene.open(ann, 10);
        var paid = scene.open(ann, 10);
        var refunded = scene.open(ann, 10);
        for (var payment : List.of(paid, refunded)) {
            payForReservation.pay(payment, ann);
        }
        scene.inTransaction(() -> {
            payments.lock(refunded);
            payments.refund(refunded, Points.NONE);
            payments.cancel(cancelled);
        });
        List.of(expired, over).forEach(scene::letTimeRunOut);
        expire(List.of(expired));
        var asked = List.of(expired, cancelled, over, payable, paid, refunded, PaymentId.generate());

        assertThat(delete(asked)).containsExactlyInAnyOrder(expired, cancelled);
        assertThat(delete(asked)).isEmpty();
        assertThat(delete(List.of())).isEmpty();
        scene.inTransaction(() -> {
            assertThat(payments.lock(expired)).isFalse();
            assertThat(payments.lock(over)).isTrue();
            assertThat(payments.lock(refunded)).isTrue();
        });
    }

    @Test
    void deletesOnceHoweverManyDelete() {
        var unpaid = Stream.generate(() -> scene.open(someone(), 10)).limit(20).toList();
        scene.inTransaction(() -> unpaid.forEach(payments::cancel));

        var deleted = AtOnce.times(4, () -> delete(unpaid));

        assertThat(deleted.stream().flatMap(Set::stream)).containsExactlyInAnyOrderElementsOf(unpaid);
    }

    private Set<PaymentId> expire(List<PaymentId> ids) {
        return inTransaction(() -> payments.expire(ids));
    }

    private Set<PaymentId> delete(List<PaymentId> ids) {
        return inTransaction(() -> payments.delete(ids));
    }

    private Set<PaymentId> inTransaction(Supplier<Set<PaymentId>> doing) {
        var done = new HashSet<PaymentId>();
        scene.inTransaction(() -> done.addAll(doing.get()));
        return done;
    }

    private static PaymentOpening opening(UUID reservation) {
        return new PaymentOpening(
                new PaymentDue(PaymentId.generate(), reservation, someone(), new Points(10)),
                Instant.parse("2999-01-01T00:00:00Z"),
                "1");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
