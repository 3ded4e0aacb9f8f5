package dev.frontrow.point.adapter.out.persistence;

import dev.frontrow.payment.PaymentId;
import dev.frontrow.point.application.port.out.Accounts;
import dev.frontrow.point.domain.Charge;
import dev.frontrow.point.domain.IdempotencyKey;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Accounts and their ledger. In each statement the balance is changed first, which locks the account; the entry is written
 * from what came of it, so that its number and {@code balance_after} follow the order of the changes.
 */
@Repository
class JdbcAccounts implements Accounts {

    private final JdbcClient jdbc;

    JdbcAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Charge> charge(String userId, IdempotencyKey key, long amount, long maxBalance) {
        var id = UUID.randomUUID();
        try {
            return jdbc.sql("""
                    with charged as (
                      insert into point.account as account (user_id, balance)
                      select :userId, :amount
                       where :amount <= :maxBalance
                      on conflict (user_id) do update set balance = account.balance + excluded.balance
                       where account.balance <= :maxBalance - excluded.balance
                      returning balance
                    )
                    insert into point.ledger_entry
                           (id, user_id, type, amount, balance_after, reference, idempotency_key)
                    select :id, :userId, 'CHARGE', :amount, balance, :reference, :key
                      from charged
                    returning balance_after, created_at
                    """)
                    .param("userId", userId)
                    .param("amount", amount)
                    .param("maxBalance", maxBalance)
                    .param("id", id)
                    .param("reference", id.toString())
                    .param("key", key.value())
                    .query((row, _) -> new Charge(
                            id,
                            amount,
                            row.getLong("balance_after"),
                            row.getObject("created_at", OffsetDateTime.class).toInstant()))
                    .optional();
        } catch (DuplicateKeyException keyTaken) {
            throw new KeyTaken(key, keyTaken);
        }
    }

    @Override
    public Optional<Charge> chargeUnder(String userId, IdempotencyKey key) {
        return jdbc.sql("""
                select id, amount, balance_after, created_at
                  from point.ledger_entry
                 where user_id = :userId and idempotency_key = :key
                """)
                .param("userId", userId)
                .param("key", key.value())
                .query((row, _) -> new Charge(
                        row.getObject("id", UUID.class),
                        row.getLong("amount"),
                        row.getLong("balance_after"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public long balance(String userId) {
        return jdbc.sql("""
                select balance from point.account where user_id = :userId
                """)
                .param("userId", userId)
                .query((row, _) -> row.getLong("balance"))
                .optional()
                .orElse(0L);
    }

    @Override
    public long lockedBalance(String userId) {
        return jdbc.sql("""
                select balance from point.account where user_id = :userId for no key update
                """)
                .param("userId", userId)
                .query((row, _) -> row.getLong("balance"))
                .optional()
                .orElse(0L);
    }

    @Override
    public OptionalLong deduct(PaymentId payment, String userId, long amount) {
        try {
            return balanceAfter(jdbc.sql("""
                    with deducted as (
                      update point.account set balance = balance - :amount
                       where user_id = :userId and balance >= :amount
                      returning balance
                    )
                    insert into point.ledger_entry (id, user_id, type, amount, balance_after, reference)
                    select :id, :userId, 'PAYMENT', :signedAmount, balance, :payment
                      from deducted
                    returning balance_after
                    """)
                    .param("userId", userId)
                    .param("amount", amount)
                    .param("signedAmount", -amount)
                    .param("id", UUID.randomUUID())
                    .param("payment", payment.toString()));
        } catch (DuplicateKeyException twice) {
            throw new IllegalStateException("payment " + payment + " was deducted before", twice);
        }
    }

    @Override
    public OptionalLong refund(PaymentId payment, String userId, long amount) {
        try {
            return balanceAfter(jdbc.sql("""
                    with refunded as (
                      update point.account set balance = balance + :amount
                       where user_id = :userId
                         and exists (select from point.ledger_entry
                                      where reference = :payment and type = 'PAYMENT'
                                        and user_id = :userId and amount = :deducted)
                      returning balance
                    )
                    insert into point.ledger_entry (id, user_id, type, amount, balance_after, reference)
                    select :id, :userId, 'REFUND', :amount, balance, :payment
                      from refunded
                    returning balance_after
                    """)
                    .param("userId", userId)
                    .param("amount", amount)
                    .param("deducted", -amount)
                    .param("id", UUID.randomUUID())
                    .param("payment", payment.toString()));
        } catch (DuplicateKeyException twice) {
            throw new IllegalStateException("payment " + payment + " was refunded before", twice);
        }
    }

    private static OptionalLong balanceAfter(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, _) -> row.getLong("balance_after"))
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }
}
