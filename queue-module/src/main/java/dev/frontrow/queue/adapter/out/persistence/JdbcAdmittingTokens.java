package dev.frontrow.queue.adapter.out.persistence;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.port.out.AdmittingTokens;
import dev.frontrow.queue.domain.TokenBucket;
import dev.frontrow.queue.domain.TokenChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAdmittingTokens implements AdmittingTokens {

    private final JdbcClient jdbc;

    JdbcAdmittingTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Turn> takeTurn(ConcertId concertId) {
        return turn(concertId, "for update skip locked").optional();
    }

    @Override
    public Turn awaitTurn(ConcertId concertId) {
        return turn(concertId, "for update").single();
    }

    private MappedQuerySpec<Turn> turn(ConcertId concertId, String locking) {
        return jdbc.sql("""
                select max_active, admissions_per_second, paused, sale @> statement_timestamp() as sale_open, bucket,
                       extract(epoch from statement_timestamp() - bucket_at)::double precision as seconds
                  from queue.line
                 where concert_id = :concert
                """ + locking)
                .param("concert", concertId.value())
                .query((row, n) -> new Turn(
                        QueueRowMapper.settings(row),
                        row.getBoolean("sale_open"),
                        row.getDouble("bucket"),
                        row.getDouble("seconds")));
    }

    /**
     * An admitted token that was never used counts until it is swept, although it is refused already: its first use may
     * be under way in a transaction that began in time.
     */
    @Override
    public Step admit(ConcertId concertId, int maxActive, int countMax, Duration activeTtl, Duration noShowAfter) {
        List<Long> activeBefore = new ArrayList<>();
        var admitted = jdbc.sql("""
                with active as materialized (
                  select count(*) as held from queue.token
                   where concert_id = :concert and status = 'ACTIVE' and expires_at > statement_timestamp()
                ), next as materialized (
                  select number from queue.token
                   where concert_id = :concert and status = 'WAITING'
                   order by number
                   limit (select greatest(0, least(:countMax, :maxActive - held)) from active)
                     for update
                )
                update queue.token t
                   set status = 'ACTIVE', changed = pg_current_xact_id(), admitted_at = statement_timestamp(),
                       expires_at = least(l.closes_at, statement_timestamp() + :activeMillis * interval '1 millisecond'),
                       no_show_at = statement_timestamp() + :noShowMillis * interval '1 millisecond'
                  from next, active, queue.line l
                 where t.concert_id = :concert and t.number = next.number and l.concert_id = t.concert_id
                returning t.number, t.status, t.expires_at, t.no_show_at, t.reason, active.held as active_before
                """)
                .param("concert", concertId.value())
                .param("countMax", countMax)
                .param("maxActive", maxActive)
                .param("activeMillis", activeTtl.toMillis())
                .param("noShowMillis", noShowAfter.toMillis())
                .query((row, n) -> {
                    activeBefore.add(row.getLong("active_before"));
                    return new TokenChange(row.getLong("number"), QueueRowMapper.state(row));
                })
                .list();
        var inOrder = admitted.stream()
                .sorted(Comparator.comparingLong(TokenChange::number))
                .toList();
        return new Step(inOrder, activeBefore.isEmpty() ? 0 : activeBefore.getFirst());
    }

    @Override
    public void record(ConcertId concertId, Step step, int maxActive, TokenBucket left) {
        var numbers = step.admitted().stream().mapToLong(TokenChange::number).summaryStatistics();
        int recorded = jdbc.sql("""
                with turn as (
                  update queue.line
                     set bucket = :bucket, bucket_at = greatest(bucket_at, statement_timestamp()),
                         admitted_total = admitted_total + :admitted
                   where concert_id = :concert
                  returning concert_id
                )
                insert into queue.admission
                       (concert_id, first_number, last_number, admitted, active_after, max_active)
                select concert_id, :first, :last, :admitted, :activeAfter, :maxActive from turn
                """)
                .param("concert", concertId.value())
                .param("bucket", left.level())
                .param("first", numbers.getMin())
                .param("last", numbers.getMax())
                .param("admitted", step.admitted().size())
                .param("activeAfter", step.activeBefore() + step.admitted().size())
                .param("maxActive", maxActive)
                .update();
        if (recorded != 1) {
            throw new IllegalStateException("line " + concertId + " is locked and can't be found");
        }
    }
}
