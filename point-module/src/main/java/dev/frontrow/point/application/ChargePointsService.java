package dev.frontrow.point.application;

import dev.frontrow.edge.IdempotencyKeyReused;
import dev.frontrow.payment.Points;
import dev.frontrow.point.application.port.in.ChargePoints;
import dev.frontrow.point.application.port.out.Accounts;
import dev.frontrow.point.domain.BalanceLimitExceeded;
import dev.frontrow.point.domain.ChargeLimitExceeded;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Charges first and looks for an earlier charge under the key only where that fails: one statement for almost every charge.
 * It commits by itself, and a twin's is undone by itself, so that the first charge can be read after it.
 */
@Service
class ChargePointsService implements ChargePoints {

    private final Accounts accounts;
    private final Points maxCharge;
    private final Points maxBalance;

    ChargePointsService(Accounts accounts, PointProperties limits) {
        this.accounts = accounts;
        this.maxCharge = new Points(limits.maxCharge());
        this.maxBalance = new Points(limits.maxBalance());
    }

    @Override
    @Transactional(propagation = Propagation.NEVER)
    public Charged charge(Order order) {
        if (order.amount().compareTo(maxCharge) > 0) {
            return earlier(order).orElseThrow(() -> new ChargeLimitExceeded(order.amount(), maxCharge));
        }
        return accounts.charge(order.userId(), order.key(), order.amount(), maxBalance)
                .map(charge -> new Charged(charge, false))
                .or(() -> earlier(order))
                .orElseThrow(
                        () -> new BalanceLimitExceeded(order.amount(), accounts.balance(order.userId()), maxBalance));
    }

    private Optional<Charged> earlier(Order order) {
        return accounts.chargeUnder(order.userId(), order.key()).map(first -> {
            if (!first.amount().equals(order.amount())) {
                throw new IdempotencyKeyReused("The key " + order.key() + " was used for a charge of " + first.amount()
                        + " points, not " + order.amount() + ".");
            }
            return new Charged(first, true);
        });
    }
}
