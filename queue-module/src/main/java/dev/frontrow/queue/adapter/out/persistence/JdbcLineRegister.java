package dev.frontrow.queue.adapter.out.persistence;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertSale;
import dev.frontrow.edge.DatabaseTime;
import dev.frontrow.queue.application.port.out.LineRegister;
import dev.frontrow.queue.domain.LineSettings;
import dev.frontrow.queue.domain.LineTerms;
import dev.frontrow.queue.domain.TokenBucket;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLineRegister implements LineRegister {

    private final JdbcClient jdbc;

    JdbcLineRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void open(ConcertSale sale, LineSettings defaults, TokenBucket bucket) {
        jdbc.sql("""
                with number as (
                  insert into queue.line_number (concert_id) values (:concert) on conflict do nothing
                )
                insert into queue.line
                       (concert_id, sale, closes_at, max_active, admissions_per_second, paused, bucket)
                values (:concert, cast(:sale as tstzmultirange), :closesAt, :maxActive, :perSecond, :paused, :bucket)
                    on conflict do nothing
                """)
                .param("concert", sale.concertId().value())
                .param("sale", windows(sale))
                .param("closesAt", DatabaseTime.parameter(sale.lastClosing()))
                .param("maxActive", defaults.maxActive())
                .param("perSecond", defaults.admissionsPerSecond())
                .param("paused", defaults.paused())
                .param("bucket", bucket.level())
                .update();
    }

    @Override
    public LineTerms sell(ConcertSale sale) {
        return jdbc.sql("""
                update queue.line
                   set sale = cast(:sale as tstzmultirange), closes_at = :closesAt, revision = revision + 1
                 where concert_id = :concert
                returning max_active, admissions_per_second, paused, revision, closes_at, admitted_total
                """)
                .param("concert", sale.concertId().value())
                .param("sale", windows(sale))
                .param("closesAt", DatabaseTime.parameter(sale.lastClosing()))
                .query((row, n) -> QueueRowMapper.terms(row))
                .single();
    }

    /**
     * Counts in the index of what has ended: {@code is not distinct from} keeps the planner from reading the line instead,
     * most of which may wait.
     */
    @Override
    public Optional<Totals> find(ConcertId concertId) {
        return jdbc.sql("""
                select l.max_active, l.admissions_per_second, l.paused, l.revision, l.closes_at, l.admitted_total,
                       l.expired_deleted + count(t.number) filter (where t.reason <> 'PAID') as expired,
                       l.completed_deleted + count(t.number) filter (where t.reason = 'PAID') as completed
                  from queue.line l
                  left join queue.token t on t.status = 'ENDED' and t.concert_id is not distinct from l.concert_id
                 where l.concert_id = :concert
                 group by l.concert_id
                """)
                .param("concert", concertId.value())
                .query((row, n) ->
                        new Totals(QueueRowMapper.terms(row), row.getLong("expired"), row.getLong("completed")))
                .optional();
    }

    @Override
    public LineTerms change(ConcertId concertId, LineSettings settings, TokenBucket gained, double secondsFilled) {
        return jdbc.sql("""
                update queue.line
                   set bucket = :bucket,
                       bucket_at = least(statement_timestamp(), bucket_at + :seconds * interval '1 second'),
                       max_active = :maxActive, admissions_per_second = :perSecond, paused = :paused,
                       revision = revision + 1
                 where concert_id = :concert
                returning max_active, admissions_per_second, paused, revision, closes_at, admitted_total
                """)
                .param("concert", concertId.value())
                .param("bucket", gained.level())
                .param("seconds", secondsFilled)
                .param("maxActive", settings.maxActive())
                .param("perSecond", settings.admissionsPerSecond())
                .param("paused", settings.paused())
                .query((row, n) -> QueueRowMapper.terms(row))
                .single();
    }

    private static String windows(ConcertSale sale) {
        return sale.windows().stream()
                .map(window -> "[" + window.opensAt() + "," + window.closesAt() + ")")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
