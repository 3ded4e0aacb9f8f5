package dev.frontrow.queue.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseTime.instant;

import dev.frontrow.edge.UserId;
import dev.frontrow.queue.application.port.out.ActiveTokens;
import dev.frontrow.queue.domain.EndReason;
import dev.frontrow.queue.domain.TokenId;
import dev.frontrow.queue.domain.TokenState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcActiveTokens implements ActiveTokens {

    private final JdbcClient jdbc;

    JdbcActiveTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Seen> find(TokenId id, UserId userId) {
        return jdbc.sql("""
                select t.status, t.expires_at, t.no_show_at, t.reason, l.closes_at, statement_timestamp() as at
                  from queue.token t join queue.line l on l.concert_id = t.concert_id
                 where t.concert_id = :concert and t.number = :number and t.user_id = :user
                """)
                .param("concert", id.concertId().value())
                .param("number", id.number())
                .param("user", userId.value())
                .query((row, n) -> seen(row))
                .optional();
    }

    /** Looks in a statement of its own, so that its instant and its row are those from after the wait for the lock. */
    @Override
    public Optional<Seen> lock(TokenId id, UserId userId) {
        var locked = jdbc.sql("""
                select number from queue.token
                 where concert_id = :concert and number = :number and user_id = :user
                   for update
                """)
                .param("concert", id.concertId().value())
                .param("number", id.number())
                .param("user", userId.value())
                .query((row, n) -> row.getLong("number"))
                .optional();
        return locked.isEmpty() ? Optional.empty() : find(id, userId);
    }

    @Override
    public Optional<Instant> markUsed(TokenId id) {
        return jdbc.sql("""
                update queue.token_now
                   set no_show_at = null, changed = pg_current_xact_id()
                 where concert_id = :concert and number = :number
                   and status = 'ACTIVE' and not is_over and no_show_at is not null
                returning statement_timestamp() as at
                """)
                .param("concert", id.concertId().value())
                .param("number", id.number())
                .query((row, n) -> instant(row, "at"))
                .optional();
    }

    private static Seen seen(ResultSet row) throws SQLException {
        var at = instant(row, "at");
        var closesAt = instant(row, "closes_at");
        var state = QueueRowMapper.state(row);
        return new Seen(
                switch (state) {
                    case TokenState.Waiting waiting ->
                        at.isBefore(closesAt) ? waiting : new TokenState.Ended(EndReason.SALE_CLOSED);
                    case TokenState.Active active -> active.at(at, closesAt);
                    case TokenState.Ended ended -> ended;
                },
                at);
    }
}
