package dev.frontrow.app.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions that may take longer than a request usually does. Statements end after two seconds elsewhere; the few that
 * read or write very much, on an admin's behalf, have their limits raised here, for one transaction.
 *
 * <p>The limit holds for each statement, not for their sum. How long a lock is waited for stays as it is.
 */
@Component
public class LongTransactions {

    private static final Duration NETWORK_MARGIN = Duration.ofSeconds(1);

    private final PlatformTransactionManager transactionManager;
    private final JdbcClient jdbc;
    private final DataSource dataSource;

    LongTransactions(PlatformTransactionManager transactionManager, JdbcClient jdbc, DataSource dataSource) {
        this.transactionManager = transactionManager;
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    /**
     * Reads in a transaction of its own that sees one state of the database from its first to its last statement, and
     * changes nothing.
     *
     * @param statementLimit how long each statement may take
     */
    public <T> T readConsistently(Duration statementLimit, Supplier<T> reading) {
        var transaction = new TransactionTemplate(transactionManager);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        transaction.setReadOnly(true);
        return transaction.execute(_ -> {
            raiseLimits(statementLimit);
            return reading.get();
        });
    }

    /**
     * Raises the limits of the transaction that is under way, until it ends. One round trip.
     *
     * @param statementLimit how long each statement may take from now on
     * @throws IllegalStateException if there is no transaction
     */
    public void raiseLimits(Duration statementLimit) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("limits are raised for a transaction, and there is none");
        }
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            // The pool takes this back when the connection is returned to it.
            connection.setNetworkTimeout(
                    Runnable::run,
                    Math.toIntExact(statementLimit.plus(NETWORK_MARGIN).toMillis()));
        } catch (SQLException failed) {
            throw new IllegalStateException("the driver's limit can't be raised", failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        var limit = statementLimit.toMillis() + "ms";
        jdbc.sql("""
                select set_config('statement_timeout', :limit, true),
                       set_config('idle_in_transaction_session_timeout', :limit, true)
                """).param("limit", limit).query().singleRow();
    }
}
