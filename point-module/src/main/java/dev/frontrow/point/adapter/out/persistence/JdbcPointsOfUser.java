package dev.frontrow.point.adapter.out.persistence;

import dev.frontrow.point.application.query.PointTransactionPage;
import dev.frontrow.point.application.query.PointTransactionType;
import dev.frontrow.point.application.query.PointTransactionView;
import dev.frontrow.point.application.query.PointsOfUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPointsOfUser implements PointsOfUser {

    private final JdbcClient jdbc;

    JdbcPointsOfUser(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
    public PointTransactionPage transactions(String userId, long before, int limit) {
        var rows = jdbc.sql("""
                select sequence, id, type, amount, balance_after, reference, created_at
                  from point.ledger_entry
                 where user_id = :userId and sequence < :before
                 order by sequence desc
                 limit :oneMore
                """)
                .param("userId", userId)
                .param("before", before)
                .param("oneMore", limit + 1)
                .query(JdbcPointsOfUser::row)
                .list();
        var shown = rows.subList(0, Math.min(limit, rows.size()));
        return new PointTransactionPage(
                shown.stream().map(Row::transaction).toList(),
                rows.size() > limit ? shown.getLast().sequence() : null);
    }

    private record Row(long sequence, PointTransactionView transaction) {}

    private static Row row(ResultSet row, int rowNumber) throws SQLException {
        return new Row(
                row.getLong("sequence"),
                new PointTransactionView(
                        row.getObject("id", UUID.class),
                        PointTransactionType.valueOf(row.getString("type")),
                        row.getLong("amount"),
                        row.getLong("balance_after"),
                        row.getString("reference"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()));
    }
}
