package dev.frontrow.point;

import static dev.frontrow.point.PointScene.MAX_BALANCE;
import static dev.frontrow.point.PointScene.MAX_CHARGE;
import static dev.frontrow.point.PointScene.someKey;
import static dev.frontrow.point.PointScene.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frontrow.ModuleTest;
import dev.frontrow.edge.IdempotencyKeyReused;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.Points;
import dev.frontrow.point.application.port.in.ChargePoints;
import dev.frontrow.point.application.port.in.ChargePoints.Charged;
import dev.frontrow.point.application.port.in.ChargePoints.Order;
import dev.frontrow.point.application.query.PointTransactionType;
import dev.frontrow.point.application.query.PointTransactionView;
import dev.frontrow.point.domain.BalanceLimitExceeded;
import dev.frontrow.point.domain.ChargeLimitExceeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.IllegalTransactionStateException;

/** Charging alone and again. */
@ModuleTest
class ChargingTests {

    private final ChargePoints chargePoints;
    private final PointScene scene;

    ChargingTests(ChargePoints chargePoints, PointScene scene) {
        this.chargePoints = chargePoints;
        this.scene = scene;
    }

    @Test
    void opensAnAccountWithItsFirstCharge() {
        var ann = someone();

        var charged = scene.charge(ann, 300);

        assertThat(charged.replayed()).isFalse();
        assertThat(charged.charge().balance()).isEqualTo(new Points(300));
        assertThat(scene.balance(ann)).isEqualTo(300);
    }

    @Test
    void writesEachChargeIntoTheLedger() {
        var ann = someone();
        var first = scene.charge(ann, 300).charge();
        var second = scene.charge(ann, 20).charge();

        assertThat(scene.ledger(ann))
                .containsExactly(
                        new PointTransactionView(
                                second.id(),
                                PointTransactionType.CHARGE,
                                20,
                                320,
                                second.id().toString(),
                                second.createdAt()),
                        new PointTransactionView(
                                first.id(),
                                PointTransactionType.CHARGE,
                                300,
                                300,
                                first.id().toString(),
                                first.createdAt()));
    }

    @Test
    void showsTheFirstChargeWhenRepeatedWhateverHappenedSince() {
        var ann = someone();
        var order = new Order(ann, someKey(), new Points(300));
        var first = chargePoints.charge(order);
        scene.charge(ann, 50);
        scene.pay(PaymentId.generate(), ann, 340);

        var again = chargePoints.charge(order);

        assertThat(again).isEqualTo(new Charged(first.charge(), true));
        assertThat(scene.balance(ann)).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {299, 301, MAX_CHARGE + 1, Long.MAX_VALUE})
    void refusesTheKeyOfAnotherCharge(long amount) {
        var ann = someone();
        var key = someKey();
        chargePoints.charge(new Order(ann, key, new Points(300)));

        assertThatExceptionOfType(IdempotencyKeyReused.class)
                .isThrownBy(() -> chargePoints.charge(new Order(ann, key, new Points(amount))));
        assertThat(scene.balance(ann)).isEqualTo(300);
    }

    @Test
    void keepsKeysOfDifferentUsersApart() {
        var key = someKey();
        var ann = someone();
        var bob = someone();
        chargePoints.charge(new Order(ann, key, new Points(300)));

        assertThat(chargePoints.charge(new Order(bob, key, new Points(20))).replayed())
                .isFalse();
        assertThat(scene.balance(bob)).isEqualTo(20);
    }

    @Test
    void chargesUpToTheLimitAndNotOneMore() {
        var ann = someone();
        var key = someKey();

        assertThatExceptionOfType(ChargeLimitExceeded.class)
                .isThrownBy(() -> chargePoints.charge(new Order(ann, key, new Points(MAX_CHARGE + 1))))
                .satisfies(refused -> assertThat(refused.limit()).isEqualTo(new Points(MAX_CHARGE)));
        assertThat(scene.ledger(ann)).isEmpty();
        assertThat(chargePoints
                        .charge(new Order(ann, key, new Points(MAX_CHARGE)))
                        .replayed())
                .as("a refusal frees its key")
                .isFalse();
    }

    @Test
    void fillsAnAccountUpToItsLimitAndNotOneMore() {
        var ann = someone();
        scene.fill(ann);
        var last = new Order(ann, someKey(), new Points(MAX_CHARGE));

        assertThatExceptionOfType(BalanceLimitExceeded.class)
                .isThrownBy(() -> scene.charge(ann, 1))
                .satisfies(refused -> {
                    assertThat(refused.limit()).isEqualTo(new Points(MAX_BALANCE));
                    assertThat(refused.balance()).isEqualTo(new Points(MAX_BALANCE));
                });
        assertThatExceptionOfType(BalanceLimitExceeded.class).isThrownBy(() -> chargePoints.charge(last));

        scene.pay(PaymentId.generate(), ann, MAX_CHARGE);
        var charged = chargePoints.charge(last);
        assertThat(charged.replayed()).as("a refusal frees its key").isFalse();
        assertThat(charged.charge().balance()).isEqualTo(new Points(MAX_BALANCE));
        assertThat(chargePoints.charge(last))
                .as("a repetition, although there is no room for another one")
                .isEqualTo(new Charged(charged.charge(), true));
        assertThatExceptionOfType(IdempotencyKeyReused.class)
                .isThrownBy(() -> chargePoints.charge(new Order(ann, last.key(), new Points(1))));
    }

    @Test
    void commitsByItselfAndTakesPartInNoTransaction() {
        var ann = someone();

        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> scene.inTransaction(() -> scene.charge(ann, 1)));
        assertThat(scene.balance(ann)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u304a\u5ba2\u69d8", "\ud83c\udfab", "o'brien; drop table", "a\u0301", " ", "\u00e1", "%_\\"})
    void keepsAnAccountForWhateverAUserIsCalled(String name) {
        var user = new UserId(name);
        long before = scene.balance(user);
        scene.charge(user, 5);

        assertThat(scene.balance(user)).isEqualTo(before + 5);
        assertThat(scene.ledger(user)).isNotEmpty();
    }

    @Test
    void keepsAnAccountForTheLongestName() {
        var user = new UserId("\uac00".repeat(255));
        scene.charge(user, 5);

        assertThat(scene.balance(user)).isPositive();
    }
}
