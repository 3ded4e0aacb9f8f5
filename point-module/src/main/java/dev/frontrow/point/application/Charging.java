package dev.frontrow.point.application;

import static java.util.stream.Collectors.toSet;

import dev.frontrow.edge.IdempotencyKeyReused;
import dev.frontrow.edge.Outcome;
import dev.frontrow.edge.Outcome.Done;
import dev.frontrow.edge.Outcome.Refused;
import dev.frontrow.payment.Points;
import dev.frontrow.point.application.port.in.ChargePoints.Charged;
import dev.frontrow.point.application.port.in.ChargePoints.Order;
import dev.frontrow.point.application.port.out.Accounts;
import dev.frontrow.point.application.port.out.Accounts.UsedKey;
import dev.frontrow.point.domain.Charge;
import dev.frontrow.point.domain.ChargeLimitExceeded;
import dev.frontrow.point.domain.LockedAccounts;
import dev.frontrow.point.domain.PointRefused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Charging, inside the transaction, which serves all who ask at the same time. The accounts are locked, then it is decided
 * order by order, in the order in which they came, and all changes are written at once. A twin under the same key waits for
 * the account, and then finds the charge of the first.
 */
@Service
class Charging {

    private final Accounts accounts;
    private final Points maxCharge;
    private final Points maxBalance;

    Charging(Accounts accounts, PointProperties limits) {
        this.accounts = accounts;
        this.maxCharge = new Points(limits.maxCharge());
        this.maxBalance = new Points(limits.maxBalance());
    }

    @Transactional
    List<Outcome<Charged>> charge(List<Order> orders) {
        var locked = accounts.lock(orders.stream().map(Order::userId).collect(toSet()));
        var made = new HashMap<>(
                accounts.chargesUnder(orders.stream().map(Charging::key).collect(toSet())));
        var outcomes = orders.stream().map(order -> decide(order, locked, made)).toList();
        accounts.write(locked);
        return outcomes;
    }

    private Outcome<Charged> decide(Order order, LockedAccounts locked, Map<UsedKey, Charge> made) {
        var earlier = made.get(key(order));
        if (earlier != null) {
            return earlier.amount().equals(order.amount())
                    ? new Done<>(new Charged(earlier, true))
                    : new Refused<>(new IdempotencyKeyReused("The key " + order.key() + " was used for a charge of "
                            + earlier.amount() + " points, not " + order.amount() + "."));
        }
        if (order.amount().compareTo(maxCharge) > 0) {
            return new Refused<>(new ChargeLimitExceeded(order.amount(), maxCharge));
        }
        return Outcome.of(PointRefused.class, () -> {
            var charge = locked.charge(order.userId(), order.key(), order.amount(), maxBalance);
            made.put(key(order), charge);
            return new Charged(charge, false);
        });
    }

    private static UsedKey key(Order order) {
        return new UsedKey(order.userId(), order.key());
    }
}
