package dev.frontrow.queue.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseArray.numbers;
import static dev.frontrow.edge.DatabaseArray.texts;
import static dev.frontrow.edge.DatabaseTime.instant;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.application.port.out.ActiveTokens;
import dev.frontrow.queue.domain.EndReason;
import dev.frontrow.queue.domain.TokenId;
import dev.frontrow.queue.domain.TokenState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /**
     * Looks in a statement of its own, so that its instant and its rows are those from after the wait for the locks. Those who
     * wait are not locked: the line would have to stop at them. One that is let in between the two is locked in a second go.
     */
    @Override
    public Map<TokenId, Seen> lock(Map<TokenId, UserId> owners) {
        var locked = lockActive(owners);
        var seen = look(owners);
        var admitted = new HashMap<>(owners);
        admitted.keySet().removeIf(id -> locked.contains(id) || !isActive(seen.get(id)));
        if (!admitted.isEmpty()) {
            lockActive(admitted);
            seen.putAll(look(admitted));
        }
        return seen;
    }

    private static boolean isActive(@Nullable Seen seen) {
        return seen != null && seen.state() instanceof TokenState.Active;
    }

    private Set<TokenId> lockActive(Map<TokenId, UserId> owners) {
        return jdbc.sql("""
                select t.concert_id, t.number
                  from (select concert, number, user_id
                          from unnest(cast(:concerts as uuid[]), cast(:numbers as bigint[]), cast(:users as text[]))
                               as t (concert, number, user_id)
                         order by concert, number) asked
                 cross join lateral (select concert_id, number
                                       from queue.token
                                      where concert_id = asked.concert and number = asked.number
                                        and user_id = asked.user_id and status = 'ACTIVE'
                                        for update) t
                """)
                .param("concerts", texts(owners.keySet(), TokenId::concertId))
                .param("numbers", numbers(owners.keySet(), TokenId::number))
                .param("users", texts(owners.values(), UserId::value))
                .query((row, n) -> id(row))
                .set();
    }

    @Override
    public void lockActiveOf(UserId userId, ConcertId concertId) {
        jdbc.sql("""
                select number
                  from queue.token
                 where concert_id = :concertId and user_id = :userId and status = 'ACTIVE'
                   for update
                """)
                .param("concertId", concertId.value())
                .param("userId", userId.value())
                .query((row, n) -> row.getLong("number"))
                .list();
    }

    private Map<TokenId, Seen> look(Map<TokenId, UserId> owners) {
        var seen = new HashMap<TokenId, Seen>();
        jdbc.sql("""
                select t.concert_id, t.number, t.status, t.expires_at, t.no_show_at, t.reason, t.closes_at,
                       statement_timestamp() as at
                  from unnest(cast(:concerts as uuid[]), cast(:numbers as bigint[]), cast(:users as text[]))
                       as asked (concert, number, user_id)
                 cross join lateral (select t.concert_id, t.number, t.status, t.expires_at, t.no_show_at, t.reason,
                                            l.closes_at
                                       from queue.token t join queue.line l on l.concert_id = t.concert_id
                                      where t.concert_id = asked.concert and t.number = asked.number
                                        and t.user_id = asked.user_id) t
                """)
                .param("concerts", texts(owners.keySet(), TokenId::concertId))
                .param("numbers", numbers(owners.keySet(), TokenId::number))
                .param("users", texts(owners.values(), UserId::value))
                .query(row -> {
                    seen.put(id(row), seen(row));
                });
        return seen;
    }

    @Override
    public Map<TokenId, Instant> markUsed(Collection<TokenId> ids) {
        var usedAt = new HashMap<TokenId, Instant>();
        jdbc.sql("""
                with used as materialized (
                  select t.concert_id, t.number
                    from (select concert, number
                            from unnest(cast(:concerts as uuid[]), cast(:numbers as bigint[])) as used (concert, number)
                           order by concert, number) asked
                   cross join lateral (select concert_id, number
                                         from queue.token
                                        where concert_id = asked.concert and number = asked.number
                                          for update) t)
                update queue.token_now t
                   set no_show_at = null, changed = pg_current_xact_id()
                  from used
                 where t.concert_id = used.concert_id and t.number = used.number
                   and t.status = 'ACTIVE' and not t.is_over and t.no_show_at is not null
                returning t.concert_id, t.number, statement_timestamp() as at
                """)
                .param("concerts", texts(ids, TokenId::concertId))
                .param("numbers", numbers(ids, TokenId::number))
                .query(row -> {
                    usedAt.put(id(row), instant(row, "at"));
                });
        return usedAt;
    }

    private static TokenId id(ResultSet row) throws SQLException {
        return new TokenId(new ConcertId(row.getObject("concert_id", UUID.class)), row.getLong("number"));
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
