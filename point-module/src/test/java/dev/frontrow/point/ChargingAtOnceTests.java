package dev.frontrow.point;

import static dev.frontrow.point.PointScene.MAX_BALANCE;
import static dev.frontrow.point.PointScene.someKey;
import static dev.frontrow.point.PointScene.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.Points;
import dev.frontrow.point.application.port.in.ChargePoints;
import dev.frontrow.point.application.port.in.ChargePoints.Charged;
import dev.frontrow.point.application.port.in.ChargePoints.Order;
import dev.frontrow.point.application.port.out.Accounts;
import dev.frontrow.point.domain.BalanceLimitExceeded;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Charging the same account many times at once. */
@ModuleTest
class ChargingAtOnceTests {

    private final ChargePoints chargePoints;
    private final Accounts accounts;
    private final PointScene scene;
    private final TransactionTemplate transaction;

    ChargingAtOnceTests(
            ChargePoints chargePoints, Accounts accounts, PointScene scene, TransactionTemplate transaction) {
        this.chargePoints = chargePoints;
        this.accounts = accounts;
        this.scene = scene;
        this.transaction = transaction;
    }

    @Test
    void losesNoneOfManyChargesAtOnce() {
        var ann = someone();
        scene.charge(ann, 1);
        var works = new ArrayList<Callable<Charged>>();
        for (int i = 1; i <= 50; i++) {
            int amount = i;
            works.add(() -> scene.charge(ann, amount));
        }

        AtOnce.all(works);

        assertThat(scene.balance(ann)).isEqualTo(1 + 50 * 51 / 2);
        assertThatLedgerChains(ann, 51);
    }

    @Test
    void losesNeitherOfTwoFirstChargesAtOnce() {
        for (int round = 0; round < 20; round++) {
            var ann = someone();

            AtOnce.times(2, () -> scene.charge(ann, 7));

            assertThat(scene.balance(ann)).isEqualTo(14);
            assertThatLedgerChains(ann, 2);
        }
    }

    @Test
    void chargesTwinsOnceOnANewAccountAndOnAnOldOne() {
        for (int round = 0; round < 5; round++) {
            var ann = someone();
            for (int amount : List.of(7, 8)) {
                var order = new Order(ann, someKey(), new Points(amount));

                var charged = AtOnce.times(10, () -> chargePoints.charge(order));

                assertThat(charged).extracting(Charged::replayed).containsOnlyOnce(false);
                assertThat(charged)
                        .extracting(Charged::charge)
                        .containsOnly(charged.getFirst().charge());
            }
            assertThat(scene.balance(ann)).isEqualTo(15);
            assertThatLedgerChains(ann, 2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void letsATwinWaitUntilTheFirstIsDone(boolean firstCommits) throws Exception {
        for (var accountIsNew : List.of(true, false)) {
            var ann = someone();
            if (!accountIsNew) {
                scene.charge(ann, 1);
            }
            long before = scene.balance(ann);
            var order = new Order(ann, someKey(), new Points(7));
            var twin = new CompletableFuture<Charged>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                transaction.executeWithoutResult(first -> {
                    var locked = accounts.lock(List.of(ann));
                    locked.charge(ann, order.key(), order.amount(), new Points(MAX_BALANCE));
                    accounts.write(locked);
                    twin.completeAsync(() -> chargePoints.charge(order), threads);
                    Awaitility.await().until(scene::somebodyWaitsForALock);
                    if (!firstCommits) {
                        first.setRollbackOnly();
                    }
                });
            }
            assertThat(twin.get().replayed()).isEqualTo(firstCommits);
            assertThat(scene.balance(ann)).isEqualTo(before + 7);
        }
    }

    @Test
    void fillsNoAccountBeyondItsLimitByManyChargesAtOnce() {
        var ann = someone();
        scene.fill(ann);
        scene.pay(PaymentId.generate(), ann, 25);

        var charged = AtOnce.times(10, () -> {
            try {
                scene.charge(ann, 10);
                return true;
            } catch (BalanceLimitExceeded full) {
                return false;
            }
        });

        assertThat(charged).filteredOn(it -> it).hasSize(2);
        assertThat(scene.balance(ann)).isEqualTo(MAX_BALANCE - 5);
    }

    @Test
    void writesOverNoBalanceThatHasChangedSinceItWasLocked() {
        var ann = someone();
        scene.charge(ann, 10);
        var stale = accounts.lock(List.of(ann)); // in no transaction, so the lock is gone
        stale.charge(ann, someKey(), new Points(7), new Points(MAX_BALANCE));
        scene.charge(ann, 5);

        assertThatIllegalStateException().isThrownBy(() -> scene.inTransaction(() -> accounts.write(stale)));
        assertThat(scene.balance(ann)).isEqualTo(15);
        assertThatLedgerChains(ann, 2);
    }

    private void assertThatLedgerChains(UserId user, int entries) {
        var ledger = scene.ledger(user).reversed();
        assertThat(ledger)
                .hasSize(entries)
                .isSortedAccordingTo((a, b) -> a.createdAt().compareTo(b.createdAt()));
        long balance = 0;
        for (var entry : ledger) {
            balance += entry.amount();
            assertThat(entry.balanceAfter()).isEqualTo(balance);
        }
        assertThat(scene.balance(user)).isEqualTo(balance);
    }
}
