package dev.frontrow.point.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseTime.instant;

import dev.frontrow.edge.Cursor;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.UserId;
import dev.frontrow.point.application.query.BalanceView;
import dev.frontrow.point.application.query.PointTransactionType;
import dev.frontrow.point.application.query.PointTransactionView;
import dev.frontrow.point.application.query.PointViews;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPointViews implements PointViews {

    private final JdbcClient jdbc;

    JdbcPointViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public BalanceView balance(UserId userId) {
        return jdbc.sql("""
                select balance from point.account where user_id = :userId
                """)
                .param("userId", userId.value())
                .query((row, n) -> new BalanceView(row.getLong("balance")))
                .optional()
                .orElse(new BalanceView(0));
    }

    @Override
    public Page<PointTransactionView> transactions(UserId userId, PageRequest request) {
        var rows = jdbc.sql("""
                select sequence, id, type, amount, balance_after, reference, created_at
                  from point.ledger_entry
                 where user_id = :userId and sequence < :before
                 order by sequence desc
                 limit :oneMore
                """)
                .param("userId", userId.value())
                .param("before", request.before())
                .param("oneMore", request.oneMore())
                .query((row, n) -> new Row(
                        row.getLong("sequence"),
                        new PointTransactionView(
                                row.getObject("id", UUID.class),
                                PointTransactionType.valueOf(row.getString("type")),
                                row.getLong("amount"),
                                row.getLong("balance_after"),
                                row.getString("reference"),
                                instant(row, "created_at"))))
                .list();
        return Page.of(rows, request, Row::transaction, row -> Cursor.of(row.sequence()));
    }

    private record Row(long sequence, PointTransactionView transaction) {}
}
