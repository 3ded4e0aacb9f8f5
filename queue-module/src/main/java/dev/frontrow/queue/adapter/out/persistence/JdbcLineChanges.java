package dev.frontrow.queue.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseTime.instant;

import dev.frontrow.queue.application.port.out.LineChanges;
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
        return jdbc.sql("""
                select l.concert_id, n.last_number, l.max_active, l.admissions_per_second, l.paused, l.revision,
                       l.closes_at, l.admitted_total
                  from queue.line l join queue.line_number n on n.concert_id = l.concert_id
                """)
                .query((row, n) -> new OpenLine(
                        QueueRowMapper.concertId(row), row.getLong("last_number"), QueueRowMapper.terms(row)))
                .list();
    }

    @Override
    public void since(long horizon, Reader reader) {
        jdbc.sql("""
                select concert_id, number, status, expires_at, no_show_at, reason
                  from queue.token
                 where changed >= cast(:horizon as xid8)
                """)
                .param("horizon", Long.toString(horizon))
                .withFetchSize(ROWS_AT_A_TIME)
                .query(handing(reader));
    }

    @Override
    public void all(Reader reader) {
        jdbc.sql("select concert_id, number, status, expires_at, no_show_at, reason from queue.token")
                .withFetchSize(ROWS_AT_A_TIME)
                .query(handing(reader));
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
