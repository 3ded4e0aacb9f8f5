package dev.frontrow.app.integrity;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reading that sees one state of the database from its first to its last statement, changes nothing, and may take its time:
 * statements end after two seconds elsewhere, and after a minute here. How long a lock is waited for stays as it is.
 */
@Component
class ConsistentReading {

    private static final Duration STATEMENT_LIMIT = Duration.ofMinutes(1);
    private static final Duration NETWORK_LIMIT = STATEMENT_LIMIT.plusSeconds(1);

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final DataSource dataSource;

    ConsistentReading(PlatformTransactionManager transactionManager, JdbcClient jdbc, DataSource dataSource) {
        this.transaction = new TransactionTemplate(transactionManager);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.transaction.setReadOnly(true);
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    /** Reads in a transaction of its own. */
    <T> T read(Supplier<T> reading) {
        return transaction.execute(_ -> {
            // As a statement: the driver would set it for the session, which a pooler hands on to strangers.
            jdbc.sql("set transaction isolation level repeatable read").update();
            raiseLimits();
            return reading.get();
        });
    }

    private void raiseLimits() {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            // The pool takes this back when the connection is returned to it.
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(NETWORK_LIMIT.toMillis()));
        } catch (SQLException failed) {
            throw new IllegalStateException("the driver's limit can't be raised", failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        // It reads whole tables, which the other transactions are kept from.
        jdbc.sql("""
                select set_config('statement_timeout', :limit, true),
                       set_config('idle_in_transaction_session_timeout', :limit, true),
                       set_config('enable_seqscan', 'on', true),
                       set_config('enable_hashjoin', 'on', true),
                       set_config('enable_mergejoin', 'on', true)
                """).param("limit", STATEMENT_LIMIT.toMillis() + "ms").query().singleRow();
    }
}
