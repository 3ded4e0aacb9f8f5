package dev.frontrow.point.adapter.out.persistence;

import dev.frontrow.point.PointAudit;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPointAudit implements PointAudit {

    private static final int ROWS_AT_A_TIME = 1_000;

    private final JdbcClient jdbc;

    JdbcPointAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long balancesOffTheirLedger() {
        return jdbc.sql("""
                with chained as (
                  select user_id, amount, balance_after,
                         coalesce(lag(balance_after) over (partition by user_id order by sequence), 0) as balance_before
                    from point.ledger_entry
                ), ledger as (
                  select user_id, sum(amount) as total, bool_and(balance_after = balance_before + amount) as chains
                    from chained
                   group by user_id
                )
                select count(*)
                  from point.account a left join ledger l using (user_id)
                 where a.balance <> coalesce(l.total, 0) or not coalesce(l.chains, true)
                """).query((row, _) -> row.getLong(1)).single();
    }

    @Override
    public long negativeBalances() {
        return jdbc.sql("""
                select count(*) from point.account where balance < 0
                """).query((row, _) -> row.getLong(1)).single();
    }

    @Override
    public Stream<PaymentEntries> paymentEntries() {
        return jdbc
                .sql("""
                select reference,
                       count(*) filter (where type = 'PAYMENT') as debits,
                       coalesce(sum(-amount) filter (where type = 'PAYMENT'), 0) as debited,
                       count(*) filter (where type = 'REFUND') as refunds,
                       coalesce(sum(amount) filter (where type = 'REFUND'), 0) as refunded
                  from point.ledger_entry
                 where type in ('PAYMENT', 'REFUND')
                 group by reference
                 order by reference
                """)
                .withFetchSize(ROWS_AT_A_TIME)
                .query((row, _) -> new PaymentEntries(
                        UUID.fromString(row.getString("reference")),
                        row.getInt("debits"),
                        row.getLong("debited"),
                        row.getInt("refunds"),
                        row.getLong("refunded")))
                .stream();
    }
}
