package dev.frontrow.point.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseTime.instant;

import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentDue;
import dev.frontrow.payment.Points;
import dev.frontrow.point.application.port.out.Accounts;
import dev.frontrow.point.domain.Charge;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
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
    public Optional<Charge> charge(UserId userId, IdempotencyKey key, Points amount, Points maxBalance) {
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
                    returning id, amount, balance_after, created_at
                    """)
                    .param("userId", userId.value())
                    .param("amount", amount.amount())
                    .param("maxBalance", maxBalance.amount())
                    .param("id", id)
                    .param("reference", id.toString())
                    .param("key", key.value())
                    .query(JdbcAccounts::charge)
                    .optional();
        } catch (DuplicateKeyException keyTaken) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Charge> chargeUnder(UserId userId, IdempotencyKey key) {
        return jdbc.sql("""
                select id, amount, balance_after, created_at
                  from point.ledger_entry
                 where user_id = :userId and idempotency_key = :key
                """)
                .param("userId", userId.value())
                .param("key", key.value())
                .query(JdbcAccounts::charge)
                .optional();
    }

    @Override
    public Points balance(UserId userId) {
        return balance(userId, """
                select balance from point.account where user_id = :userId
                """);
    }

    @Override
    public Points lockedBalance(UserId userId) {
        return balance(userId, """
                select balance from point.account where user_id = :userId for no key update
                """);
    }

    private Points balance(UserId userId, String statement) {
        return jdbc.sql(statement)
                .param("userId", userId.value())
                .query((row, n) -> new Points(row.getLong("balance")))
                .optional()
                .orElse(Points.NONE);
    }

    @Override
    public Optional<Points> deduct(PaymentDue due) {
        return change(due, """
                with deducted as (
                  update point.account set balance = balance - :amount
                   where user_id = :userId and balance >= :amount
                  returning balance
                )
                insert into point.ledger_entry (id, user_id, type, amount, balance_after, reference)
                select :id, :userId, 'PAYMENT', -:amount, balance, :payment
                  from deducted
                returning balance_after
                """);
    }

    @Override
    public Optional<Points> refund(PaymentDue due) {
        return change(due, """
                with refunded as (
                  update point.account set balance = balance + :amount
                   where user_id = :userId
                     and exists (select from point.ledger_entry
                                  where reference = :payment and type = 'PAYMENT'
                                    and user_id = :userId and amount = -:amount)
                  returning balance
                )
                insert into point.ledger_entry (id, user_id, type, amount, balance_after, reference)
                select :id, :userId, 'REFUND', :amount, balance, :payment
                  from refunded
                returning balance_after
                """);
    }

    private Optional<Points> change(PaymentDue due, String statement) {
        try {
            return jdbc.sql(statement)
                    .param("userId", due.userId().value())
                    .param("amount", due.amount().amount())
                    .param("id", UUID.randomUUID())
                    .param("payment", due.paymentId().toString())
                    .query((row, n) -> new Points(row.getLong("balance_after")))
                    .optional();
        } catch (DuplicateKeyException twice) {
            throw new IllegalStateException("the ledger has this of payment " + due.paymentId() + " already", twice);
        }
    }

    private static Charge charge(ResultSet row, int n) throws SQLException {
        return new Charge(
                row.getObject("id", UUID.class),
                new Points(row.getLong("amount")),
                new Points(row.getLong("balance_after")),
                instant(row, "created_at"));
    }
}
