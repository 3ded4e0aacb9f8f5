package dev.frontrow.point.domain;

import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.Identifier;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentDue;
import dev.frontrow.payment.Points;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Accounts that nobody else can change meanwhile. They change one after another, each change is seen by the next, and each
 * makes an entry for the ledger.
 */
public final class LockedAccounts {

    private final Map<UserId, Points> before;
    private final Instant at;
    private final Map<UserId, Points> balances;
    private final List<LedgerEntry> entries = new ArrayList<>();

    /**
     * @param before the balance of each account that there is
     * @param at the database's clock since they are locked
     */
    public LockedAccounts(Map<UserId, Points> before, Instant at) {
        this.before = Map.copyOf(before);
        this.at = at;
        this.balances = new HashMap<>(before);
    }

    /**
     * Charges, opening the account where there is none.
     *
     * @throws BalanceLimitExceeded if it would hold more than {@code maxBalance} then
     */
    public Charge charge(UserId userId, IdempotencyKey key, Points amount, Points maxBalance) {
        var balance = balance(userId);
        var charged = balance.plus(amount);
        if (charged.compareTo(maxBalance) > 0) {
            throw new BalanceLimitExceeded(amount, balance, maxBalance);
        }
        var id = Identifier.generate();
        balances.put(userId, charged);
        entries.add(
                new LedgerEntry(id, userId, LedgerEntry.Type.CHARGE, amount.amount(), charged, id.toString(), key, at));
        return new Charge(id, amount, charged, at);
    }

    /**
     * Deducts what a payment takes.
     *
     * @return the balance after it
     * @throws InsufficientPoints if there are too few
     */
    public Points deduct(PaymentDue due) {
        var balance = balance(due.userId());
        if (balance.compareTo(due.amount()) < 0) {
            throw new InsufficientPoints(due.amount(), balance);
        }
        var left = balance.minus(due.amount());
        balances.put(due.userId(), left);
        entries.add(new LedgerEntry(
                Identifier.generate(),
                due.userId(),
                LedgerEntry.Type.PAYMENT,
                -due.amount().amount(),
                left,
                due.paymentId().toString(),
                null,
                at));
        return left;
    }

    /** The balance of a user as it is by now; nothing where they have no account that is locked. */
    public Optional<Points> balanceOf(UserId userId) {
        return Optional.ofNullable(balances.get(userId));
    }

    private Points balance(UserId userId) {
        return balances.getOrDefault(userId, Points.NONE);
    }

    /** The entries of all changes, in the order in which they were made. */
    public List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    /** The accounts that were changed or opened. */
    public List<Changed> changed() {
        return entries.stream()
                .map(LedgerEntry::userId)
                .distinct()
                .map(user -> new Changed(user, Optional.ofNullable(before.get(user)), balance(user)))
                .toList();
    }

    /**
     * An account that was changed.
     *
     * @param before nothing where it is new
     */
    public record Changed(UserId userId, Optional<Points> before, Points after) {}
}
