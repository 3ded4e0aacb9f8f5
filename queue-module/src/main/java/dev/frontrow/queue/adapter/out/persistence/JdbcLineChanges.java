package dev.frontrow.queue.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseArray.texts;
import static dev.frontrow.edge.DatabaseTime.instant;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.port.out.LineChanges;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLineChanges implements LineChanges {

    private static final Logger log = LoggerFactory.getLogger(JdbcLineChanges.class);
    private static final int ROWS_AT_A_TIME = 5_000;
    private static final String LINES = """
            select l.concert_id, n.last_number, l.max_active, l.admissions_per_second, l.paused, l.revision,
                   l.closes_at, l.admitted_total
              from queue.line l join queue.line_number n on n.concert_id = l.concert_id
            """;

    private final JdbcClient jdbc;
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();

    JdbcLineChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Moment moment() {
        jdbc.sql("set transaction isolation level repeatable read, read only").update();
        return jdbc.sql("""
                select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, statement_timestamp() as at
                """)
                .query((row, n) -> new Moment(Long.parseLong(row.getString("horizon")), instant(row, "at")))
                .single();
    }

    @Override
    public List<OpenLine> lines() {
        return jdbc.sql(LINES).query((row, n) -> line(row)).list();
    }

    @Override
    public List<OpenLine> lines(Duration closedRetention, Collection<ConcertId> followed) {
        return jdbc.sql(LINES + """
                 where l.closes_at > statement_timestamp() - :millis * interval '1 millisecond'
                    or l.concert_id = any(cast(:followed as uuid[]))
                """)
                .param("millis", closedRetention.toMillis())
                .param("followed", texts(followed, ConcertId::value))
                .query((row, n) -> line(row))
                .list();
    }

    private static OpenLine line(ResultSet row) throws SQLException {
        return new OpenLine(QueueRowMapper.concertId(row), row.getLong("last_number"), QueueRowMapper.terms(row));
    }

    /** The upper bound leaves nothing out: without one, the planner takes the open end for a third of the table. */
    @Override
    public void since(long horizon, Reader reader) {
        jdbc.sql("""
                select concert_id, number, status, expires_at, no_show_at, reason
                  from queue.token
                 where changed >= cast(:horizon as xid8) and changed < cast('18446744073709551615' as xid8)
                """)
                .param("horizon", Long.toString(horizon))
                .withFetchSize(ROWS_AT_A_TIME)
                .query(handing(reader));
    }

    @Override
    public List<Stretch> stretches() {
        return jdbc.sql("""
                select n.concert_id, first.number, n.last_number
                  from queue.line_number n
                  join queue.line_front front on front.concert_id = n.concert_id
                 cross join lateral (
                        select number from queue.token
                         where concert_id = n.concert_id and status = 'WAITING' and number > front.admitted_to
                         order by number
                         limit 1) first
                """)
                .query((row, n) ->
                        new Stretch(QueueRowMapper.concertId(row), row.getLong("number"), row.getLong("last_number")))
                .list();
    }

    @Override
    public long[] waiting(ConcertId concertId, long from, long to) {
        return jdbc.sql("""
                select array(select number from queue.token
                              where concert_id = :concert and status = 'WAITING' and number >= :from and number <= :to)
                       as numbers
                """)
                .param("concert", concertId.value())
                .param("from", from)
                .param("to", to)
                .query((row, n) -> QueueRowMapper.numbers(row, "numbers"))
                .single();
    }

    @Override
    public void notWaiting(Reader reader) {
        for (var status : List.of("ACTIVE", "ENDED")) {
            jdbc.sql("""
                    select concert_id, number, status, expires_at, no_show_at, reason
                      from queue.token
                     where status = '%s'
                    """.formatted(status)).withFetchSize(ROWS_AT_A_TIME).query(handing(reader));
        }
    }

    /** Passes over what only a newer version understands, so that the lines are followed while two versions run. */
    private RowCallbackHandler handing(Reader reader) {
        return row -> {
            var state = QueueRowMapper.stateOrNull(row);
            if (state != null) {
                reader.read(QueueRowMapper.concertId(row), row.getLong("number"), state);
            } else if (unknown.add(row.getString("status"))) {
                log.warn("Tokens of the unknown status {} are passed over", row.getString("status"));
            }
        };
    }
}
