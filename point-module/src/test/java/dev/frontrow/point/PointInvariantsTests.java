package dev.frontrow.point;

import static dev.frontrow.point.PointScene.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.edge.Invariant;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentAudit.SettledPayment;
import dev.frontrow.payment.PaymentId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each promise is broken, seen, and left as it was. */
@ModuleTest
class PointInvariantsTests {

    private static final PaymentId PAYMENT = PaymentId.generate();

    private final List<Invariant> invariants;
    private final PaymentsStandIn payments;
    private final PointScene scene;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PointInvariantsTests(
            List<Invariant> invariants,
            PaymentsStandIn payments,
            PointScene scene,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.invariants = invariants;
        this.payments = payments;
        this.scene = scene;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void areThreeWithTheNamesOfTheContract() {
        assertThat(invariants)
                .extracting(Invariant::name)
                .containsExactly("payments-match-ledger", "balances-match-ledger", "no-negative-balance");
    }

    @Test
    void findNothingWrongWithBooksThatAreRight() {
        var ann = someone();
        scene.charge(ann, 300);
        scene.pay(PaymentId.generate(), ann, 100);

        assertThat(violations("balances-match-ledger")).isZero();
        assertThat(violations("no-negative-balance")).isZero();
    }

    @Test
    void findABalanceThatIsNotTheSumOfItsLedger() {
        var ann = someone();
        scene.charge(ann, 300);

        assertThat(offAfter("update point.account set balance = balance + 1 where user_id = :user", ann))
                .isEqualTo(1);
    }

    @Test
    void findABalanceWithoutALedger() {
        assertThat(offAfter("insert into point.account (user_id, balance) values (:user, 1)", someone()))
                .isEqualTo(1);
    }

    @Test
    void findEntriesThatDoNotChain() {
        var ann = someone();
        scene.charge(ann, 300);
        scene.charge(ann, 20);

        assertThat(offAfter(
                        "update point.ledger_entry set balance_after = 301 where user_id = :user and amount = 300",
                        ann))
                .isEqualTo(1);
    }

    @Test
    void findABalanceBelowZero() {
        var ann = someone();
        scene.charge(ann, 300);

        var negative = undone(() -> {
            jdbc.sql("alter table point.account drop constraint account_balance_not_negative")
                    .update();
            jdbc.sql("update point.account set balance = -1 where user_id = :user")
                    .param("user", ann.value())
                    .update();
            return violations("no-negative-balance");
        });

        assertThat(negative).isEqualTo(1);
    }

    @Test
    void findNothingWrongWithPaymentsThatAreInTheLedger() {
        var ann = someone();
        scene.charge(ann, 300);
        // Java orders UUIDs as signed numbers, PostgreSQL by their text.
        var first = PaymentId.of("0fffffff-0000-4000-8000-000000000000");
        var second = PaymentId.of("7fffffff-0000-4000-8000-000000000000");
        var third = PaymentId.of("f0000000-0000-4000-8000-000000000000");

        var off = offLedger(
                () -> {
                    scene.pay(third, ann, 3);
                    scene.pay(second, ann, 2);
                    scene.refund(second, ann, 2);
                    scene.pay(first, ann, 1);
                },
                settled(first, 1, false),
                settled(second, 2, true),
                settled(third, 3, false));

        assertThat(off).isZero();
    }

    @Test
    void findAPaymentThatTheLedgerDoesNotKnow() {
        assertThat(offLedger(() -> {}, settled(PAYMENT, 100, false))).isEqualTo(1);
    }

    @Test
    void findNothingWrongWithPaymentsOfNothingThatTheLedgerDoesNotKnow() {
        assertThat(offLedger(() -> {}, settled(PAYMENT, 0, false))).isZero();
        assertThat(offLedger(() -> {}, settled(PAYMENT, 0, true))).isZero();
    }

    @Test
    void findADebitOfAPaymentOfNothing() {
        var ann = someone();
        scene.charge(ann, 300);

        assertThat(offLedger(() -> scene.pay(PAYMENT, ann, 100), settled(PAYMENT, 0, false)))
                .isEqualTo(1);
    }

    @Test
    void findADebitThatNoPaymentIsPaidWith() {
        var ann = someone();
        scene.charge(ann, 300);

        assertThat(offLedger(() -> scene.pay(PAYMENT, ann, 100))).isEqualTo(1);
    }

    @Test
    void findADebitOfAnotherAmount() {
        var ann = someone();
        scene.charge(ann, 300);

        assertThat(offLedger(() -> scene.pay(PAYMENT, ann, 100), settled(PAYMENT, 101, false)))
                .isEqualTo(1);
    }

    @Test
    void findARefundThatIsMissing() {
        var ann = someone();
        scene.charge(ann, 300);

        assertThat(offLedger(() -> scene.pay(PAYMENT, ann, 100), settled(PAYMENT, 100, true)))
                .isEqualTo(1);
    }

    @Test
    void findARefundOfAPaymentThatIsNotRefunded() {
        var ann = someone();
        scene.charge(ann, 300);

        var off = offLedger(
                () -> {
                    scene.pay(PAYMENT, ann, 100);
                    scene.refund(PAYMENT, ann, 100);
                },
                settled(PAYMENT, 100, false));

        assertThat(off).isEqualTo(1);
    }

    @Test
    void findNothingWrongWithARefundThatLeavesTheFee() {
        var ann = someone();
        scene.charge(ann, 300);

        assertThat(offLedger(
                        () -> {
                            scene.pay(PAYMENT, ann, 100);
                            scene.refund(PAYMENT, ann, 100, 30);
                        },
                        settled(PAYMENT, 100, true, 30)))
                .isZero();
        assertThat(offLedger(() -> scene.pay(PAYMENT, ann, 100), settled(PAYMENT, 100, true, 100)))
                .as("where all of it is kept there is no refund in the ledger")
                .isZero();
    }

    @Test
    void findARefundOfMoreOrLessThanTheFeeLeaves() {
        var ann = someone();
        scene.charge(ann, 300);

        for (var fee : List.of(29L, 31L, 0L, 100L)) {
            assertThat(offLedger(
                            () -> {
                                scene.pay(PAYMENT, ann, 100);
                                scene.refund(PAYMENT, ann, 100, 30);
                            },
                            settled(PAYMENT, 100, true, fee)))
                    .isEqualTo(1);
        }
    }

    private static SettledPayment settled(PaymentId id, long amount, boolean refunded) {
        return settled(id, amount, refunded, 0);
    }

    private static SettledPayment settled(PaymentId id, long amount, boolean refunded, long fee) {
        return new SettledPayment(id, UUID.randomUUID(), amount, refunded, fee);
    }

    /** How many payments are off a ledger that has just these entries. */
    private long offLedger(Runnable entries, SettledPayment... settled) {
        return undone(() -> {
            jdbc.sql("delete from point.ledger_entry").update();
            entries.run();
            payments.are(settled);
            return violations("payments-match-ledger");
        });
    }

    private long offAfter(String tampering, UserId user) {
        return undone(() -> {
            jdbc.sql(tampering).param("user", user.value()).update();
            return violations("balances-match-ledger");
        });
    }

    private long undone(LongSupplier counting) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return counting.getAsLong();
        }));
    }

    private long violations(String name) {
        return invariants.stream()
                .filter(invariant -> invariant.name().equals(name))
                .findFirst()
                .orElseThrow()
                .violations()
                .getAsLong();
    }
}
