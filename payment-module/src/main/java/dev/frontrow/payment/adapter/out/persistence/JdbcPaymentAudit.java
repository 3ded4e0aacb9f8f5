package dev.frontrow.payment.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseArray.texts;
import static dev.frontrow.edge.DatabaseTime.instant;

import dev.frontrow.payment.PaymentAudit;
import dev.frontrow.payment.PaymentId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPaymentAudit implements PaymentAudit {

    private static final int ROWS_AT_A_TIME = 1_000;

    private final JdbcClient jdbc;

    JdbcPaymentAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A UUID sorts by its bytes, which is the order of its lower-case text. */
    @Override
    public Stream<SettledPayment> settledPayments() {
        return jdbc
                .sql("""
                select id, reservation_id, amount, status = 'REFUNDED' as refunded, fee
                  from payment.payment
                 where status in ('PAID', 'REFUNDED')
                 order by id
                """)
                .withFetchSize(ROWS_AT_A_TIME)
                .query((row, n) -> new SettledPayment(
                        new PaymentId(row.getObject("id", UUID.class)),
                        row.getObject("reservation_id", UUID.class),
                        row.getLong("amount"),
                        row.getBoolean("refunded"),
                        row.getLong("fee")))
                .stream();
    }

    @Override
    public Map<PaymentId, Instant> paidAt(Collection<PaymentId> paymentIds) {
        var times = new HashMap<PaymentId, Instant>();
        jdbc.sql("""
                select id, paid_at
                  from payment.payment
                 where id = any(cast(:ids as uuid[])) and paid_at is not null
                """).param("ids", texts(paymentIds, PaymentId::value)).query(row -> {
            times.put(new PaymentId(row.getObject("id", UUID.class)), instant(row, "paid_at"));
        });
        return times;
    }
}
