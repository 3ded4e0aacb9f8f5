package dev.frontrow.queue.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseArray.numbers;
import static dev.frontrow.edge.DatabaseArray.texts;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.DatabaseTime;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.application.port.out.EndingTokens;
import dev.frontrow.queue.domain.TokenId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Statements that end many hand on what they have found as arrays: the planner takes {@code limit :countMax} for a tenth of
 * what it limits, and would join so many by reading the whole table, but an array for ten (decision 26).
 */
@Repository
class JdbcEndingTokens implements EndingTokens {

    /** Names, among the database's advisory locks, whose turn it is to delete. */
    private static final long DELETING = 0x71756575_00000001L;

    private final JdbcClient jdbc;

    JdbcEndingTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Ending> endPaid(Collection<TokenId> ids) {
        return jdbc.sql("""
                with paid as materialized (
                  select live.concert_id, live.number
                    from (select concert_id, number
                            from unnest(cast(:concerts as uuid[]), cast(:numbers as bigint[])) as p (concert_id, number)
                           order by concert_id, number) asked
                   cross join lateral (
                          select concert_id, number from queue.token
                           where concert_id = asked.concert_id and number = asked.number and status <> 'ENDED'
                             for no key update) live
                )
                update queue.token t
                   set status = 'ENDED', ended_at = statement_timestamp(), reason = 'PAID',
                       changed = pg_current_xact_id()
                  from paid
                 where t.concert_id = paid.concert_id and t.number = paid.number
                returning t.concert_id, t.number, t.reason
                """)
                .param("concerts", texts(ids, TokenId::concertId))
                .param("numbers", numbers(ids, TokenId::number))
                .query((row, n) -> ending(row))
                .list();
    }

    @Override
    public List<Ending> giveUp(Map<TokenId, UserId> owners) {
        return jdbc.sql("""
                with given as materialized (
                  select live.concert_id, live.number
                    from (select concert_id, number, user_id
                            from unnest(cast(:concerts as uuid[]), cast(:numbers as bigint[]), cast(:users as text[]))
                                 as g (concert_id, number, user_id)
                           order by concert_id, number) asked
                   cross join lateral (
                          select concert_id, number from queue.token_now
                           where concert_id = asked.concert_id and number = asked.number and user_id = asked.user_id
                             and status <> 'ENDED' and not is_over
                             for no key update) live
                )
                update queue.token t
                   set status = 'ENDED', ended_at = statement_timestamp(), reason = 'GIVEN_UP',
                       changed = pg_current_xact_id()
                  from given
                 where t.concert_id = given.concert_id and t.number = given.number
                returning t.concert_id, t.number, t.reason
                """)
                .param("concerts", texts(owners.keySet(), TokenId::concertId))
                .param("numbers", numbers(owners.keySet(), TokenId::number))
                .param("users", texts(owners.values(), UserId::value))
                .query((row, n) -> ending(row))
                .list();
    }

    @Override
    public List<Ending> endOver(int countMax) {
        return jdbc.sql("""
                with over as materialized (
                  select concert_id, number, over_because from queue.token_now
                   where is_over
                   limit :countMax
                     for update skip locked
                )
                update queue.token t
                   set status = 'ENDED', ended_at = statement_timestamp(), reason = ended.reason,
                       changed = pg_current_xact_id()
                  from unnest(array(select concert_id from over), array(select number from over),
                              array(select over_because from over)) as ended (concert_id, number, reason)
                 where t.concert_id = ended.concert_id and t.number = ended.number
                returning t.concert_id, t.number, t.reason
                """)
                .param("countMax", countMax)
                .query((row, n) -> ending(row))
                .list();
    }

    /** Looks first and locks then, in the order of the numbers: while the line is locked, nobody is let in between the two. */
    @Override
    public void endBy(ConcertId concertId, Instant closesAt) {
        var later = jdbc.sql("""
                select concert_id, number from queue.token
                 where concert_id = :concert and status = 'ACTIVE' and expires_at > :closesAt
                """)
                .param("concert", concertId.value())
                .param("closesAt", DatabaseTime.parameter(closesAt))
                .query((row, n) -> new TokenId(QueueRowMapper.concertId(row), row.getLong("number")))
                .list();
        jdbc.sql("""
                with later as materialized (
                  select live.concert_id, live.number
                    from (select concert_id, number
                            from unnest(cast(:concerts as uuid[]), cast(:numbers as bigint[])) as l (concert_id, number)
                           order by concert_id, number) asked
                   cross join lateral (
                          select concert_id, number from queue.token
                           where concert_id = asked.concert_id and number = asked.number and status = 'ACTIVE'
                             for no key update) live
                )
                update queue.token t
                   set expires_at = :closesAt, changed = pg_current_xact_id()
                  from later
                 where t.concert_id = later.concert_id and t.number = later.number
                """)
                .param("concerts", texts(later, TokenId::concertId))
                .param("numbers", numbers(later, TokenId::number))
                .param("closesAt", DatabaseTime.parameter(closesAt))
                .update();
    }

    @Override
    public List<Ending> endClosed(List<ConcertId> concertIds, int countMax) {
        return jdbc.sql("""
                with over as materialized (
                  select w.concert_id, w.number
                    from queue.line l
                    join queue.line_front front on front.concert_id = l.concert_id
                   cross join lateral (
                          select concert_id, number from queue.token
                           where concert_id = l.concert_id and status = 'WAITING' and number > front.admitted_to
                           order by number
                           limit :countMax
                             for update skip locked) w
                   where l.concert_id = any(cast(:concerts as uuid[])) and l.closes_at <= statement_timestamp()
                   limit :countMax
                )
                update queue.token t
                   set status = 'ENDED', ended_at = statement_timestamp(), reason = 'SALE_CLOSED',
                       changed = pg_current_xact_id()
                  from unnest(array(select concert_id from over), array(select number from over))
                       as ended (concert_id, number)
                 where t.concert_id = ended.concert_id and t.number = ended.number
                returning t.concert_id, t.number, t.reason
                """)
                .param("concerts", texts(concertIds, ConcertId::value))
                .param("countMax", countMax)
                .query((row, n) -> ending(row))
                .list();
    }

    @Override
    public List<Ending> endAbandoned(ConcertId concertId, long[] numbers, Instant silentSince) {
        return jdbc.sql("""
                with over as materialized (
                  select t.number from queue.token t
                    join queue.line l on l.concert_id = t.concert_id
                   where t.concert_id = :concert and t.number = any(cast(:numbers as bigint[])) and t.status = 'WAITING'
                     and t.issued_at <= :silentSince and l.watched_since <= :silentSince
                     for update of t skip locked
                )
                update queue.token t
                   set status = 'ENDED', ended_at = statement_timestamp(), reason = 'ABANDONED',
                       changed = pg_current_xact_id()
                  from over
                 where t.concert_id = :concert and t.number = over.number
                returning t.concert_id, t.number, t.reason
                """)
                .param("concert", concertId.value())
                .param("numbers", numbers)
                .param("silentSince", DatabaseTime.parameter(silentSince))
                .query((row, n) -> ending(row))
                .list();
    }

    @Override
    public int deleteEnded(Duration retention, int countMax) {
        return jdbc.sql("""
                with turn as materialized (
                  select pg_try_advisory_xact_lock(:turn) as mine
                ), old as materialized (
                  select concert_id, number from queue.token
                   where status = 'ENDED'
                     and ended_at < statement_timestamp() - :millis * interval '1 millisecond'
                     and (select mine from turn)
                   order by ended_at
                   limit :countMax
                ), deleted as (
                  delete from queue.token t
                   using unnest(array(select concert_id from old), array(select number from old))
                         as gone (concert_id, number)
                   where t.concert_id = gone.concert_id and t.number = gone.number
                  returning t.concert_id, t.reason
                ), passed as (
                  select concert_id, count(*) filter (where reason = 'PAID') as completed,
                         count(*) filter (where reason <> 'PAID') as expired
                    from deleted group by concert_id
                ), locked as materialized (
                  select concert_id from queue.line
                   where concert_id in (select concert_id from passed)
                   order by concert_id
                     for no key update
                ), counted as (
                  update queue.line l
                     set expired_deleted = l.expired_deleted + passed.expired,
                         completed_deleted = l.completed_deleted + passed.completed
                    from locked join passed on passed.concert_id = locked.concert_id
                   where l.concert_id = locked.concert_id
                )
                select count(*) as count from deleted
                """)
                .param("turn", DELETING)
                .param("millis", retention.toMillis())
                .param("countMax", countMax)
                .query((row, n) -> row.getInt("count"))
                .single();
    }

    @Override
    public int deleteSteps(Duration retention, int countMax) {
        return jdbc.sql("""
                delete from queue.admission
                 where (concert_id, first_number) in (
                   select a.concert_id, a.first_number from queue.admission a
                    where a.at < statement_timestamp() - :millis * interval '1 millisecond'
                      and exists (select 1 from queue.admission later
                                   where later.concert_id = a.concert_id and later.first_number > a.first_number)
                    order by a.at
                    limit :countMax
                      for update skip locked)
                """)
                .param("millis", retention.toMillis())
                .param("countMax", countMax)
                .update();
    }

    private static Ending ending(ResultSet row) throws SQLException {
        return new Ending(
                new TokenId(QueueRowMapper.concertId(row), row.getLong("number")), QueueRowMapper.reason(row));
    }
}
