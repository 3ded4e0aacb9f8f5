package dev.frontrow.queue.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseArray.numbers;
import static dev.frontrow.edge.DatabaseArray.texts;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.Version;
import dev.frontrow.queue.application.port.out.AdmittingTokens;
import dev.frontrow.queue.domain.TokenChange;
import dev.frontrow.queue.domain.TokenId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAdmittingTokens implements AdmittingTokens {

    private final JdbcClient jdbc;

    JdbcAdmittingTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Turn> takeTurns(List<ConcertId> concertIds) {
        return turns(concertIds, "for update skip locked");
    }

    @Override
    public Turn awaitTurn(ConcertId concertId) {
        return turns(List.of(concertId), "for update").getFirst();
    }

    private List<Turn> turns(List<ConcertId> concertIds, String locking) {
        return jdbc.sql("""
                select concert_id, max_active, admissions_per_second, paused, revision,
                       sale @> statement_timestamp() as sale_open, bucket, extract(epoch from statement_timestamp() - bucket_at)::double precision as seconds
                  from queue.line
                 where concert_id = any(cast(:concerts as uuid[]))
                 order by concert_id
                """ + locking)
                .param("concerts", texts(concertIds, ConcertId::value))
                .query((row, n) -> new Turn(
                        QueueRowMapper.concertId(row),
                        QueueRowMapper.settings(row),
                        new Version(row.getLong("revision")),
                        row.getBoolean("sale_open"),
                        row.getDouble("bucket"),
                        row.getDouble("seconds")))
                .list();
    }

    @Override
    public int fillFromNow(List<ConcertId> concertIds) {
        return jdbc.sql("""
                update queue.line set bucket_at = statement_timestamp()
                 where concert_id = any(cast(:concerts as uuid[])) and bucket_at > statement_timestamp()
                """)
                .param("concerts", texts(concertIds, ConcertId::value))
                .update();
    }

    /**
     * An admitted token that was never used counts until it is swept, although it is refused already: its first use may
     * be under way in a transaction that began in time.
     */
    @Override
    public List<Front> lockNext(List<Share> shares) {
        return jdbc.sql("""
                select s.concert_id, active.held,
                       array(select number from queue.token
                              where concert_id = s.concert_id and status = 'WAITING' and number > front.admitted_to
                              order by number
                              limit greatest(0, least(s.count_max, s.max_active - active.held))) as waiting,
                       array(select number from queue.token
                              where concert_id = s.concert_id and status = 'WAITING' and number > front.admitted_to
                              order by number
                              limit greatest(0, least(s.count_max, s.max_active - active.held))
                                for update skip locked) as locked
                  from unnest(cast(:concerts as uuid[]), cast(:counts as bigint[]), cast(:caps as bigint[]))
                       as s (concert_id, count_max, max_active)
                 cross join lateral (
                        select count(*) as held from queue.token
                         where concert_id = s.concert_id and status = 'ACTIVE' and expires_at > statement_timestamp()
                       ) active
                  join queue.line_front front on front.concert_id = s.concert_id
                """)
                .param("concerts", texts(shares, Share::concertId))
                .param("counts", numbers(shares, Share::countMax))
                .param("caps", numbers(shares, Share::maxActive))
                .query((row, n) -> new Front(
                        QueueRowMapper.concertId(row),
                        row.getLong("held"),
                        QueueRowMapper.numbers(row, "waiting"),
                        QueueRowMapper.numbers(row, "locked")))
                .list();
    }

    @Override
    public Map<ConcertId, List<TokenChange>> admit(List<TokenId> ids, Duration activeTtl, Duration noShowAfter) {
        Map<ConcertId, List<TokenChange>> admitted = new HashMap<>();
        jdbc.sql("""
                update queue.token t
                   set status = 'ACTIVE', changed = pg_current_xact_id(), admitted_at = statement_timestamp(),
                       expires_at = least(l.closes_at, statement_timestamp() + :activeMillis * interval '1 millisecond'),
                       no_show_at = statement_timestamp() + :noShowMillis * interval '1 millisecond'
                  from unnest(cast(:concerts as uuid[]), cast(:numbers as bigint[])) as next (concert_id, number)
                  join queue.line l on l.concert_id = next.concert_id
                 where t.concert_id = next.concert_id and t.number = next.number
                returning t.concert_id, t.number, t.status, t.expires_at, t.no_show_at, t.reason
                """)
                .param("concerts", texts(ids, TokenId::concertId))
                .param("numbers", numbers(ids, TokenId::number))
                .param("activeMillis", activeTtl.toMillis())
                .param("noShowMillis", noShowAfter.toMillis())
                .query(row -> {
                    admitted.computeIfAbsent(QueueRowMapper.concertId(row), id -> new ArrayList<>())
                            .add(new TokenChange(row.getLong("number"), QueueRowMapper.state(row)));
                });
        return admitted;
    }

    @Override
    public void record(List<Step> steps) {
        int recorded = jdbc.sql("""
                with step as materialized (
                  select * from unnest(cast(:concerts as uuid[]), cast(:buckets as double precision[]),
                                       cast(:seconds as double precision[]), cast(:firsts as bigint[]),
                                       cast(:lasts as bigint[]), cast(:admitted as bigint[]),
                                       cast(:activeAfter as bigint[]), cast(:caps as bigint[]))
                         as s (concert_id, bucket, seconds, first_number, last_number, admitted, active_after,
                               max_active)
                ), turn as (
                  update queue.line l
                     set bucket = step.bucket,
                         bucket_at = least(statement_timestamp(), l.bucket_at + step.seconds * interval '1 second'),
                         admitted_total = l.admitted_total + step.admitted
                    from step
                   where l.concert_id = step.concert_id
                  returning l.concert_id
                )
                insert into queue.admission
                       (concert_id, first_number, last_number, admitted, active_after, max_active)
                select turn.concert_id, first_number, last_number, admitted, active_after, max_active
                  from turn join step on step.concert_id = turn.concert_id
                """)
                .param("concerts", texts(steps, Step::concertId))
                .param("buckets", texts(steps, step -> step.left().level()))
                .param("seconds", texts(steps, Step::secondsFilled))
                .param("firsts", numbers(steps, Step::firstNumber))
                .param("lasts", numbers(steps, Step::lastNumber))
                .param("admitted", numbers(steps, step -> step.numbers().length))
                .param("activeAfter", numbers(steps, Step::activeAfter))
                .param("caps", numbers(steps, Step::maxActive))
                .update();
        if (recorded != steps.size()) {
            throw new IllegalStateException(
                    "of " + steps.size() + " lines that are locked, " + recorded + " can be found");
        }
    }
}
