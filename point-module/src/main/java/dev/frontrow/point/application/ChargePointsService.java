package dev.frontrow.point.application;

import dev.frontrow.point.application.port.in.ChargePoints;
import dev.frontrow.point.application.port.out.Accounts;
import dev.frontrow.point.application.port.out.Accounts.KeyTaken;
import dev.frontrow.point.domain.BalanceLimitExceeded;
import dev.frontrow.point.domain.Charge;
import dev.frontrow.point.domain.ChargeLimitExceeded;
import dev.frontrow.point.domain.IdempotencyKeyReused;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * Charges first and looks for an earlier charge under the key only where that fails: one statement for almost every charge.
 * The transaction is {@link WriteCharge}'s, because a twin's has to be rolled back before the first charge can be read.
 */
@Service
class ChargePointsService implements ChargePoints {

    private final Accounts accounts;
    private final WriteCharge writeCharge;
    private final PointProperties limits;

    ChargePointsService(Accounts accounts, WriteCharge writeCharge, PointProperties limits) {
        this.accounts = accounts;
        this.writeCharge = writeCharge;
        this.limits = limits;
    }

    @Override
    public Charged charge(Order order) {
        if (order.amount() > limits.maxCharge()) {
            return earlier(order).orElseThrow(() -> new ChargeLimitExceeded(order.amount(), limits.maxCharge()));
        }
        Optional<Charge> charge;
        try {
            charge = writeCharge.write(order, limits.maxBalance());
        } catch (KeyTaken twin) {
            return earlier(order).orElseThrow(() -> twin);
        }
        return charge.map(it -> new Charged(it, false))
                .or(() -> earlier(order))
                .orElseThrow(balanceLimitExceededBy(order));
    }

    private Optional<Charged> earlier(Order order) {
        return accounts.chargeUnder(order.userId(), order.key()).map(first -> {
            if (first.amount() != order.amount()) {
                throw new IdempotencyKeyReused(order.key(), first.amount(), order.amount());
            }
            return new Charged(first, true);
        });
    }

    private Supplier<BalanceLimitExceeded> balanceLimitExceededBy(Order order) {
        return () -> new BalanceLimitExceeded(order.amount(), accounts.balance(order.userId()), limits.maxBalance());
    }
}
