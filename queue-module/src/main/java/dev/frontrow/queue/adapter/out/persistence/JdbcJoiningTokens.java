package dev.frontrow.queue.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseArray.texts;
import static dev.frontrow.edge.DatabaseTime.instant;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.application.port.out.JoiningTokens;
import dev.frontrow.queue.domain.TokenState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcJoiningTokens implements JoiningTokens {

    private final JdbcClient jdbc;

    JdbcJoiningTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long lockEnd(ConcertId concertId) {
        return jdbc.sql("select last_number from queue.line_number where concert_id = :concert for update")
                .param("concert", concertId.value())
                .query((row, n) -> row.getLong("last_number"))
                .single();
    }

    @Override
    public Entrance look(ConcertId concertId, List<UserId> userIds) {
        List<Issued> live = new ArrayList<>();
        Set<UserId> over = new HashSet<>();
        record Sale(boolean open, Instant at) {}
        var sale = jdbc.sql("""
                select l.sale @> statement_timestamp() as open, statement_timestamp() as at,
                       t.user_id, t.number, t.issued_at, t.status, t.expires_at, t.no_show_at, t.reason,
                       l.closes_at > statement_timestamp() and not t.is_over as live
                  from queue.line l
                  left join lateral (
                         select has.*
                           from unnest(cast(:users as text[])) as asked (user_id)
                          cross join lateral (
                                 select user_id, number, issued_at, status, expires_at, no_show_at, reason, is_over
                                   from queue.token_now
                                  where concert_id = :concert and user_id = asked.user_id and status <> 'ENDED'
                                  limit 1) has) t on true
                 where l.concert_id = :concert
                """)
                .param("concert", concertId.value())
                .param("users", texts(userIds, UserId::value))
                .query((row, n) -> {
                    var user = row.getString("user_id");
                    var state = user == null ? null : QueueRowMapper.stateOrNull(row);
                    if (state != null && row.getBoolean("live")) {
                        live.add(issued(row, state));
                    } else if (user != null) {
                        over.add(new UserId(user));
                    }
                    return new Sale(row.getBoolean("open"), instant(row, "at"));
                })
                .list()
                .getFirst();
        return new Entrance(sale.open, sale.at, live, over);
    }

    @Override
    public Set<UserId> endOver(ConcertId concertId, Set<UserId> userIds) {
        return jdbc.sql("""
                with over as materialized (
                  select has.concert_id, has.number, has.over_because
                    from unnest(cast(:users as text[])) as asked (user_id)
                   cross join lateral (
                          select concert_id, number, over_because
                            from queue.token_now
                           where concert_id = :concert and user_id = asked.user_id and status <> 'ENDED' and is_over
                           limit 1
                             for update skip locked) has
                )
                update queue.token t
                   set status = 'ENDED', ended_at = statement_timestamp(), reason = over.over_because,
                       changed = pg_current_xact_id()
                  from over
                 where t.concert_id = over.concert_id and t.number = over.number
                returning t.user_id
                """)
                .param("concert", concertId.value())
                .param("users", texts(userIds, UserId::value))
                .query((row, n) -> new UserId(row.getString("user_id")))
                .set();
    }

    @Override
    public List<Issued> issue(ConcertId concertId, long lastNumber, List<UserId> userIds) {
        return jdbc.sql("""
                with issued as (
                  insert into queue.token (concert_id, number, user_id, status)
                  select :concert, :last + u.nth, u.user_id, 'WAITING'
                    from unnest(cast(:users as text[])) with ordinality as u (user_id, nth)
                  returning number, user_id, issued_at
                ), advanced as (
                  update queue.line_number set last_number = :last + :count
                   where concert_id = :concert and last_number = :last
                  returning concert_id
                )
                select i.number, i.user_id, i.issued_at from issued i cross join advanced order by i.number
                """)
                .param("concert", concertId.value())
                .param("last", lastNumber)
                .param("count", userIds.size())
                .param("users", texts(userIds, UserId::value))
                .query((row, n) -> issued(row, new TokenState.Waiting()))
                .list();
    }

    private static Issued issued(ResultSet row, TokenState state) throws SQLException {
        return new Issued(
                new UserId(row.getString("user_id")), row.getLong("number"), instant(row, "issued_at"), state);
    }
}
