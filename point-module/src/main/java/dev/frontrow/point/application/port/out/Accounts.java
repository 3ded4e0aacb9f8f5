package dev.frontrow.point.application.port.out;

import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentDue;
import dev.frontrow.payment.Points;
import dev.frontrow.point.domain.Charge;
import dev.frontrow.point.domain.LockedAccounts;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** All accounts. Every change writes its ledger entry with it, and the account stays locked until the transaction ends. */
public interface Accounts {

    /** Locks the accounts of these users in one order, until the transaction ends; a user never seen has none. */
    LockedAccounts lock(Collection<UserId> users);

    /** The balances of these users as they are, without a lock; a user never seen has none. */
    Map<UserId, Points> balances(Collection<UserId> users);

    /** The charges that were made under these keys. */
    Map<UsedKey, Charge> chargesUnder(Collection<UsedKey> keys);

    /**
     * Writes what was changed, and the entries.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if an account was opened meanwhile, a key was used, or
     *     a payment's points were deducted before; waits for whoever is about to
     */
    void write(LockedAccounts accounts);

    /**
     * Gives back, of what was deducted for a payment, that much; nothing if its amount never was deducted.
     *
     * @param back more than nothing
     * @return the balance after it
     * @throws IllegalStateException if it was given back before
     */
    Optional<Points> refund(PaymentDue due, Points back);

    /** A key, among those of one user. */
    record UsedKey(UserId userId, IdempotencyKey key) {}
}
