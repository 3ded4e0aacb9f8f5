package dev.frontrow.payment.adapter.out.persistence;

import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.application.query.PaymentPage;
import dev.frontrow.payment.application.query.PaymentStatus;
import dev.frontrow.payment.application.query.PaymentView;
import dev.frontrow.payment.application.query.PaymentsOfUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPaymentsOfUser implements PaymentsOfUser {

    private final JdbcClient jdbc;

    JdbcPaymentsOfUser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PaymentView> find(String userId, PaymentId id) {
        return jdbc.sql("""
                select id, sequence, reservation_id, amount, created_at, paid_at,
                       case when status = 'EXPIRED' then 'CANCELLED'
                            when status = 'PENDING' and payable_until <= statement_timestamp() then 'CANCELLED'
                            else status end as status
                  from payment.payment
                 where id = :id and user_id = :userId
                """)
                .param("id", id.value())
                .param("userId", userId)
                .query(JdbcPaymentsOfUser::row)
                .optional()
                .map(Row::payment);
    }

    @Override
    public PaymentPage page(String userId, long before, int limit) {
        var rows = jdbc.sql("""
                select id, sequence, reservation_id, amount, created_at, paid_at,
                       case when status = 'EXPIRED' then 'CANCELLED'
                            when status = 'PENDING' and payable_until <= statement_timestamp() then 'CANCELLED'
                            else status end as status
                  from payment.payment
                 where user_id = :userId and sequence < :before
                 order by sequence desc
                 limit :oneMore
                """)
                .param("userId", userId)
                .param("before", before)
                .param("oneMore", limit + 1)
                .query(JdbcPaymentsOfUser::row)
                .list();
        var shown = rows.subList(0, Math.min(limit, rows.size()));
        return new PaymentPage(
                shown.stream().map(Row::payment).toList(),
                rows.size() > limit ? shown.getLast().sequence() : null);
    }

    private record Row(long sequence, PaymentView payment) {}

    private static Row row(ResultSet row, int rowNumber) throws SQLException {
        var paidAt = row.getObject("paid_at", OffsetDateTime.class);
        return new Row(
                row.getLong("sequence"),
                new PaymentView(
                        new PaymentId(row.getObject("id", UUID.class)),
                        row.getObject("reservation_id", UUID.class),
                        PaymentStatus.valueOf(row.getString("status")),
                        row.getLong("amount"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        paidAt == null ? null : paidAt.toInstant()));
    }
}
