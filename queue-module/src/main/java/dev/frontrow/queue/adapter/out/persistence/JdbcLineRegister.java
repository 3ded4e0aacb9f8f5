package dev.frontrow.queue.adapter.out.persistence;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertSale;
import dev.frontrow.queue.application.port.out.LineRegister;
import dev.frontrow.queue.domain.LineSettings;
import dev.frontrow.queue.domain.LineTerms;
import java.time.Duration;
import java.time.ZoneOffset;
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
    public void open(ConcertSale sale, LineSettings defaults) {
        jdbc.sql("""
                with number as (
                  insert into queue.line_number (concert_id) values (:concert) on conflict do nothing
                )
                insert into queue.line
                       (concert_id, sale, closes_at, max_active, admissions_per_second, paused, bucket)
                values (:concert, cast(:sale as tstzmultirange), :closesAt, :maxActive, :perSecond, :paused,
                        greatest(1, :perSecond))
                    on conflict do nothing
                """)
                .param("concert", sale.concertId().value())
                .param("sale", windows(sale))
                .param("closesAt", sale.lastClosing().atOffset(ZoneOffset.UTC))
                .param("maxActive", defaults.maxActive())
                .param("perSecond", defaults.admissionsPerSecond())
                .param("paused", defaults.paused())
                .update();
    }

    @Override
    public Optional<Totals> find(ConcertId concertId) {
        return jdbc.sql("""
                select l.max_active, l.admissions_per_second, l.paused, l.revision, l.closes_at, l.admitted_total,
                       l.expired_deleted + count(t.number) filter (where t.reason <> 'PAID') as expired,
                       l.completed_deleted + count(t.number) filter (where t.reason = 'PAID') as completed
                  from queue.line l
                  left join queue.token t on t.concert_id = l.concert_id and t.status = 'ENDED'
                 where l.concert_id = :concert
                 group by l.concert_id
                """)
                .param("concert", concertId.value())
                .query((row, n) -> new Totals(TokenRow.terms(row), row.getLong("expired"), row.getLong("completed")))
                .optional();
    }

    @Override
    public LineTerms change(ConcertId concertId, LineSettings settings, Duration interval) {
        return jdbc.sql("""
                update queue.line
                   set bucket = case when paused then bucket
                                     else least(greatest(1, admissions_per_second * greatest(1, :intervalSeconds)),
                                                bucket + admissions_per_second * greatest(0,
                                                  extract(epoch from statement_timestamp() - bucket_at)))
                                end,
                       bucket_at = greatest(bucket_at, statement_timestamp()),
                       max_active = :maxActive, admissions_per_second = :perSecond, paused = :paused,
                       revision = revision + 1
                 where concert_id = :concert
                returning max_active, admissions_per_second, paused, revision, closes_at, admitted_total
                """)
                .param("concert", concertId.value())
                .param("intervalSeconds", interval.toMillis() / 1000.0)
                .param("maxActive", settings.maxActive())
                .param("perSecond", settings.admissionsPerSecond())
                .param("paused", settings.paused())
                .query((row, n) -> TokenRow.terms(row))
                .single();
    }

    private static String windows(ConcertSale sale) {
        return sale.windows().stream()
                .map(window -> "[" + window.opensAt() + "," + window.closesAt() + ")")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
