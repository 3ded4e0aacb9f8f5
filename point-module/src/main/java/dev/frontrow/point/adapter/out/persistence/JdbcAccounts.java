package dev.frontrow.point.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseArray.numbers;
import static dev.frontrow.edge.DatabaseArray.texts;
import static dev.frontrow.edge.DatabaseTime.instant;
import static java.util.Comparator.naturalOrder;

import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.Identifier;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentDue;
import dev.frontrow.payment.Points;
import dev.frontrow.point.application.port.out.Accounts;
import dev.frontrow.point.domain.Charge;
import dev.frontrow.point.domain.LedgerEntry;
import dev.frontrow.point.domain.LockedAccounts;
import dev.frontrow.point.domain.LockedAccounts.Changed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccounts implements Accounts {

    private final JdbcClient jdbc;

    JdbcAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The clock is read off after each wait for a lock, so within an account times ascend as its changes do. */
    @Override
    public LockedAccounts lock(Collection<UserId> users) {
        var balances = new HashMap<UserId, Points>();
        var at = new ArrayList<Instant>();
        jdbc.sql("""
                select asked.user_id, account.balance, clock_timestamp() as at
                  from (select user_id from unnest(cast(:users as text[])) as asked (user_id) order by user_id) asked
                  left join lateral (select balance
                                       from point.account
                                      where user_id = asked.user_id
                                        for no key update) account on true
                """).param("users", texts(users, UserId::value)).query(row -> {
            var balance = row.getObject("balance", Long.class);
            if (balance != null) {
                balances.put(new UserId(row.getString("user_id")), new Points(balance));
            }
            at.add(instant(row, "at"));
        });
        return new LockedAccounts(balances, at.stream().max(naturalOrder()).orElse(Instant.EPOCH));
    }

    @Override
    public Map<UserId, Points> balances(Collection<UserId> users) {
        var balances = new HashMap<UserId, Points>();
        if (!users.isEmpty()) {
            jdbc.sql("""
                    select user_id, balance from point.account where user_id = any(cast(:users as text[]))
                    """).param("users", texts(users, UserId::value)).query(row -> {
                balances.put(new UserId(row.getString("user_id")), new Points(row.getLong("balance")));
            });
        }
        return balances;
    }

    @Override
    public Map<UsedKey, Charge> chargesUnder(Collection<UsedKey> keys) {
        var charges = new HashMap<UsedKey, Charge>();
        jdbc.sql("""
                select used.user_id, used.key, entry.id, entry.amount, entry.balance_after, entry.created_at
                  from unnest(cast(:users as text[]), cast(:keys as text[])) as used (user_id, key)
                 cross join lateral (select id, amount, balance_after, created_at
                                       from point.ledger_entry
                                      where user_id = used.user_id and idempotency_key = used.key) entry
                """)
                .param("users", texts(keys, UsedKey::userId))
                .param("keys", texts(keys, UsedKey::key))
                .query(row -> {
                    charges.put(
                            new UsedKey(new UserId(row.getString("user_id")), new IdempotencyKey(row.getString("key"))),
                            charge(row));
                });
        return charges;
    }

    /** The entries are numbered in the order in which the balances changed; accounts are opened in the order of users. */
    @Override
    public void write(LockedAccounts accounts) {
        var changed = accounts.changed();
        var entries = accounts.entries();
        if (entries.isEmpty()) {
            return;
        }
        var written = jdbc.sql("""
                with account_change as materialized (
                  select user_id, before, after
                    from unnest(cast(:users as text[]), cast(:before as bigint[]), cast(:after as bigint[]))
                         as change (user_id, before, after)),
                opened as (
                  insert into point.account (user_id, balance)
                  select user_id, after from account_change where before is null order by user_id
                  returning user_id),
                changed as (
                  update point.account account
                     set balance = account_change.after
                    from account_change
                   where account.user_id = account_change.user_id and account.balance = account_change.before
                  returning account.user_id),
                entered as (
                  insert into point.ledger_entry
                         (id, user_id, type, amount, balance_after, reference, idempotency_key, created_at)
                  select id, user_id, type, amount, balance_after, reference, key, created_at
                    from unnest(cast(:ids as uuid[]), cast(:entryUsers as text[]), cast(:types as text[]),
                                cast(:amounts as bigint[]), cast(:balancesAfter as bigint[]),
                                cast(:references as text[]), cast(:keys as text[]), cast(:createdAt as timestamptz[]))
                         with ordinality
                         as entry (id, user_id, type, amount, balance_after, reference, key, created_at, position)
                   order by position
                  returning id)
                select (select count(*) from opened) + (select count(*) from changed) as accounts,
                       (select count(*) from entered) as entries
                """)
                .param("users", texts(changed, Changed::userId))
                .param("before", texts(changed, change -> change.before().orElse(null)))
                .param("after", texts(changed, Changed::after))
                .param("ids", texts(entries, LedgerEntry::id))
                .param("entryUsers", texts(entries, LedgerEntry::userId))
                .param("types", texts(entries, LedgerEntry::type))
                .param("amounts", numbers(entries, LedgerEntry::amount))
                .param("balancesAfter", texts(entries, LedgerEntry::balanceAfter))
                .param("references", texts(entries, LedgerEntry::reference))
                .param("keys", texts(entries, LedgerEntry::key))
                .param("createdAt", texts(entries, LedgerEntry::createdAt))
                .query((row, n) -> new Written(row.getInt("accounts"), row.getInt("entries")))
                .single();
        if (!written.equals(new Written(changed.size(), entries.size()))) {
            throw new IllegalStateException(
                    "of " + entries.size() + " entries of " + changed.size() + " accounts were written " + written);
        }
    }

    private record Written(int accounts, int entries) {}

    @Override
    public Optional<Points> refund(PaymentDue due, Points back) {
        try {
            return jdbc.sql("""
                    with refunded as (
                      update point.account set balance = balance + :back
                       where user_id = :userId
                         and exists (select from point.ledger_entry
                                      where reference = :payment and type = 'PAYMENT'
                                        and user_id = :userId and amount = -cast(:amount as bigint))
                      returning balance
                    )
                    insert into point.ledger_entry (id, user_id, type, amount, balance_after, reference)
                    select :id, :userId, 'REFUND', :back, balance, :payment
                      from refunded
                    returning balance_after
                    """)
                    .param("userId", due.userId().value())
                    .param("amount", due.amount().amount())
                    .param("back", back.amount())
                    .param("id", Identifier.generate())
                    .param("payment", due.paymentId().toString())
                    .query((row, n) -> new Points(row.getLong("balance_after")))
                    .optional();
        } catch (DuplicateKeyException twice) {
            throw new IllegalStateException("the ledger has this of payment " + due.paymentId() + " already", twice);
        }
    }

    private static Charge charge(ResultSet row) throws SQLException {
        return new Charge(
                row.getObject("id", UUID.class),
                new Points(row.getLong("amount")),
                new Points(row.getLong("balance_after")),
                instant(row, "created_at"));
    }
}
