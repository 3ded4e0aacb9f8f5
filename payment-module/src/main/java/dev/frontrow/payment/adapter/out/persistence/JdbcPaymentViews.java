package dev.frontrow.payment.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseTime.instant;
import static dev.frontrow.edge.DatabaseTime.instantOrNull;

import dev.frontrow.edge.Cursor;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.application.query.PaymentStatus;
import dev.frontrow.payment.application.query.PaymentView;
import dev.frontrow.payment.application.query.PaymentViews;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPaymentViews implements PaymentViews {

    private final JdbcClient jdbc;

    JdbcPaymentViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PaymentView> find(UserId userId, PaymentId id) {
        return jdbc.sql("""
                select id, sequence, reservation_id, amount, created_at, paid_at, state
                  from payment.payment_now
                 where id = :id and user_id = :userId
                """)
                .param("id", id.value())
                .param("userId", userId.value())
                .query(JdbcPaymentViews::row)
                .optional()
                .map(Row::payment);
    }

    @Override
    public Page<PaymentView> page(UserId userId, PageRequest request) {
        var rows = jdbc.sql("""
                select id, sequence, reservation_id, amount, created_at, paid_at, state
                  from payment.payment_now
                 where user_id = :userId and sequence < :before
                 order by sequence desc
                 limit :oneMore
                """)
                .param("userId", userId.value())
                .param("before", request.before())
                .param("oneMore", request.oneMore())
                .query(JdbcPaymentViews::row)
                .list();
        return Page.of(rows, request, Row::payment, row -> Cursor.of(row.sequence()));
    }

    private record Row(long sequence, PaymentView payment) {}

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getLong("sequence"),
                new PaymentView(
                        new PaymentId(row.getObject("id", UUID.class)),
                        row.getObject("reservation_id", UUID.class),
                        shown(row.getString("state")),
                        row.getLong("amount"),
                        instant(row, "created_at"),
                        instantOrNull(row, "paid_at")));
    }

    private static PaymentStatus shown(String state) {
        return state.equals("EXPIRED") ? PaymentStatus.CANCELLED : PaymentStatus.valueOf(state);
    }
}
