package dev.frontrow.app.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has tables analysed that have doubled since they last were, so that the plans that connections keep are made anew.
 *
 * <p>Plans are made once a connection. One that was made while a table was empty reads all of it and looks up the few keys
 * for each row, and goes on so until the table is analysed. The database does that by itself, but looks around once a minute
 * only, and a rush fills an empty table with a hundred thousand rows meanwhile (decision 26).
 *
 * <p>Safe on any number of instances. What can't be analysed, because it belongs to another role or takes too long, is left
 * to the database until it has doubled once more.
 */
@Component
class GrowingTables {

    private static final Logger log = LoggerFactory.getLogger(GrowingTables.class);

    /** A table of fewer pages of 8 KiB is read as a whole in no time. */
    private static final int PAGES_MIN = 10;

    private final JdbcClient jdbc;
    private final Map<String, Long> tried = new HashMap<>();

    GrowingTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelayString = "1s")
    void analyze() {
        for (var table : tables()) {
            if (table.pages > PAGES_MIN + 2 * Math.max(table.analyzed, tried.getOrDefault(table.name, 0L))) {
                tried.put(table.name, table.pages);
                try {
                    jdbc.sql("analyze (skip_locked) " + table.name).update();
                } catch (DataAccessException notNow) {
                    log.info(
                            "{} is not analysed: {}",
                            table.name,
                            notNow.getClass().getSimpleName());
                }
            } else if (table.pages < tried.getOrDefault(table.name, 0L)) {
                tried.remove(table.name);
            }
        }
    }

    private List<Table> tables() {
        return jdbc.sql("""
                select format('%I.%I', n.nspname, c.relname) as name, c.relpages as analyzed,
                       pg_relation_size(c.oid) / current_setting('block_size')::bigint as pages
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'r'
                   and n.nspname in ('concert', 'queue', 'reservation', 'payment', 'point', 'events')
                """)
                .query((row, n) -> new Table(row.getString("name"), row.getLong("analyzed"), row.getLong("pages")))
                .list();
    }

    /**
     * A table.
     *
     * @param analyzed how many pages it had when it was analysed last, 0 if it never was
     * @param pages how many it has now
     */
    private record Table(String name, long analyzed, long pages) {}
}
