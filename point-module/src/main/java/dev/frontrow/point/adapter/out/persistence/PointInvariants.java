package dev.frontrow.point.adapter.out.persistence;

import dev.frontrow.edge.Comparison;
import dev.frontrow.edge.Invariant;
import dev.frontrow.payment.PaymentAudit;
import dev.frontrow.payment.PaymentAudit.SettledPayment;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What point promises of its books, and of payments in them. */
@Configuration(proxyBeanMethods = false)
class PointInvariants {

    private static final int ROWS_AT_A_TIME = 1_000;

    @Bean
    @Order(40)
    Invariant paymentsMatchLedger(JdbcClient jdbc, PaymentAudit payments) {
        return new Invariant(
                "payments-match-ledger",
                "A paid payment above 0 has exactly one ledger debit of its amount, a refunded one a refund of what its fee left too;"
                        + " of 0 there is none.",
                () -> {
                    try (var settled = payments.settledPayments();
                            var entries = paymentEntries(jdbc)) {
                        return new Comparison<>(
                                        (SettledPayment payment) ->
                                                payment.paymentId().toString(),
                                        PaymentEntries::paymentId,
                                        PointInvariants::isInLedger)
                                .disagreements(settled, entries);
                    }
                });
    }

    /** Each balance and each entry's {@code balance_after}. */
    @Bean
    @Order(50)
    Invariant balancesMatchLedger(JdbcClient jdbc) {
        return Invariant.counted("balances-match-ledger", "A balance is the sum of its ledger.", jdbc, """
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
                """);
    }

    @Bean
    @Order(60)
    Invariant noNegativeBalance(JdbcClient jdbc) {
        return Invariant.counted("no-negative-balance", "No balance is below zero.", jdbc, """
                select count(*) from point.account where balance < 0
                """);
    }

    /** The ledger's entries of one payment: how many debits and refunds, and their sums in points, both positive. */
    private record PaymentEntries(String paymentId, int debits, long debited, int refunds, long refunded) {}

    private static Stream<PaymentEntries> paymentEntries(JdbcClient jdbc) {
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
                .query((row, n) -> new PaymentEntries(
                        row.getString("reference"),
                        row.getInt("debits"),
                        row.getLong("debited"),
                        row.getInt("refunds"),
                        row.getLong("refunded")))
                .stream();
    }

    private static boolean isInLedger(@Nullable SettledPayment payment, @Nullable PaymentEntries entries) {
        if (payment == null || entries == null) {
            return entries == null && payment != null && payment.amount() == 0;
        }
        return payment.amount() > 0
                && entries.debits() == 1
                && entries.debited() == payment.amount()
                && entries.refunds() == (payment.back() > 0 ? 1 : 0)
                && entries.refunded() == payment.back();
    }
}
