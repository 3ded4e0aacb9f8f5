package dev.frontrow.point;

import static dev.frontrow.point.PointScene.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.point.PointAudit.PaymentEntries;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class PointAuditTests {

    private final PointAudit audit;
    private final PointScene scene;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PointAuditTests(PointAudit audit, PointScene scene, JdbcClient jdbc, TransactionTemplate transaction) {
        this.audit = audit;
        this.scene = scene;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void findsNothingWrongWithBooksThatAreRight() {
        var ann = someone();
        scene.charge(ann, 300);
        scene.pay(PaymentId.random(), ann, 100);

        assertThat(audit.balancesOffTheirLedger()).isZero();
        assertThat(audit.negativeBalances()).isZero();
    }

    @Test
    void findsABalanceThatIsNotTheSumOfItsLedger() {
        var ann = someone();
        scene.charge(ann, 300);

        assertThat(offAfter("update point.account set balance = balance + 1 where user_id = :user", ann))
                .isEqualTo(1);
    }

    @Test
    void findsABalanceWithoutALedger() {
        assertThat(offAfter("insert into point.account (user_id, balance) values (:user, 1)", someone()))
                .isEqualTo(1);
    }

    @Test
    void findsEntriesThatDoNotChain() {
        var ann = someone();
        scene.charge(ann, 300);
        scene.charge(ann, 20);

        assertThat(offAfter(
                        "update point.ledger_entry set balance_after = 301 where user_id = :user and amount = 300",
                        ann))
                .isEqualTo(1);
    }

    @Test
    void findsABalanceBelowZero() {
        var ann = someone();
        scene.charge(ann, 300);
        var negative = transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.sql("alter table point.account drop constraint account_balance_not_negative")
                    .update();
            jdbc.sql("update point.account set balance = -1 where user_id = :user")
                    .param("user", ann)
                    .update();
            return audit.negativeBalances();
        });

        assertThat(negative).isEqualTo(1);
    }

    @Test
    void showsEachPaymentsEntriesInTheOrderOfTheIdsText() {
        var ann = someone();
        var paid = PaymentId.random();
        var refunded = PaymentId.random();
        scene.charge(ann, 300);
        scene.pay(paid, ann, 100);
        scene.pay(refunded, ann, 50);
        scene.refund(refunded, ann, 50);

        var entries = new ArrayList<PaymentEntries>();
        scene.inTransaction(() -> {
            try (var all = audit.paymentEntries()) {
                all.forEach(entries::add);
            }
        });

        assertThat(entries)
                .contains(
                        new PaymentEntries(paid.value(), 1, 100, 0, 0),
                        new PaymentEntries(refunded.value(), 1, 50, 1, 50));
        assertThat(entries).extracting(it -> it.paymentId().toString()).isSorted();
    }

    private Long offAfter(String tampering, String user) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.sql(tampering).param("user", user).update();
            return audit.balancesOffTheirLedger();
        });
    }
}
