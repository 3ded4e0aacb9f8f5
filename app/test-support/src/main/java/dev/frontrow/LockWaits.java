package dev.frontrow;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions of the database that wait for a lock, for tests of who waits for whom. */
public final class LockWaits {

    private LockWaits() {}

    /** Waits until some session waits for a lock, in a statement that contains these words. */
    public static void await(JdbcClient jdbc, String words) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> jdbc.sql("""
                        select count(*) > 0 as waiting from pg_stat_activity
                         where wait_event_type = 'Lock' and position(:words in query) > 0
                           and pid <> pg_backend_pid()
                        """)
                        .param("words", words)
                        .query((row, n) -> row.getBoolean("waiting"))
                        .single());
    }
}
