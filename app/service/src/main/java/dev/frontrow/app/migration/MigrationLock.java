package dev.frontrow.app.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LockException;
import liquibase.lockservice.DatabaseChangeLogLock;
import liquibase.lockservice.StandardLockService;

/**
 * Lets one instance at a time migrate the database, by an advisory lock that ends with its session: a kill in the middle of
 * a migration never blocks the next start, as a row in Liquibase's own lock table would. The others wait, and then find
 * nothing left to do.
 *
 * <p>It is taken as soon as the connection is there, because Liquibase makes its tables before it asks for a lock, and two
 * instances would make them at once. Liquibase finds this class as a service and asks again in the same session, which is
 * granted. As it holds for sessions, migrations go to the database directly, not through a pooler that shares sessions
 * between transactions.
 */
public final class MigrationLock extends StandardLockService {

    /** An arbitrary number that nobody else locks in this database. */
    static final long KEY = 7_366_020_251_122L;

    private static final Duration WAIT_LIMIT = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /**
     * Waits until nobody else migrates, and keeps the lock until the session ends.
     *
     * @throws SQLException if somebody else takes longer than ten minutes
     */
    static void take(Connection connection) throws SQLException {
        var deadline = System.nanoTime() + WAIT_LIMIT.toNanos();
        while (!ask(connection, "select pg_try_advisory_lock(" + KEY + ")")) {
            if (System.nanoTime() - deadline >= 0) {
                throw new SQLTimeoutException("another instance has been migrating the database for " + WAIT_LIMIT);
            }
            try {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new SQLException("interrupted while another instance migrates the database", stopping);
            }
        }
    }

    @Override
    public int getPriority() {
        return PRIORITY_DATABASE;
    }

    @Override
    public boolean supports(Database candidate) {
        return candidate instanceof PostgresDatabase;
    }

    /** Makes no lock table. */
    @Override
    public void init() {}

    @Override
    public void waitForLock() throws LockException {
        if (hasChangeLogLock) {
            return;
        }
        try {
            database.rollback();
            take(connection());
            hasChangeLogLock = true;
            // What was read before the wait may be old.
            Scope.getCurrentScope()
                    .getSingleton(ChangeLogHistoryServiceFactory.class)
                    .resetAll();
            database.setCanCacheLiquibaseTableInfo(true);
        } catch (DatabaseException | SQLException failed) {
            throw new LockException(failed);
        }
    }

    @Override
    public boolean acquireLock() throws LockException {
        waitForLock();
        return hasChangeLogLock;
    }

    @Override
    public void releaseLock() throws LockException {
        try {
            database.rollback();
            if (hasChangeLogLock && !ask(connection(), "select pg_advisory_unlock(" + KEY + ")")) {
                throw new LockException("the lock was not held any more when the migrations were done");
            }
        } catch (DatabaseException | SQLException failed) {
            throw new LockException(failed);
        } finally {
            reset();
            database.setCanCacheLiquibaseTableInfo(false);
        }
    }

    @Override
    public DatabaseChangeLogLock[] listLocks() {
        return new DatabaseChangeLogLock[0];
    }

    /** Only the session that holds the lock can end it. */
    @Override
    public void forceReleaseLock() throws LockException {
        releaseLock();
    }

    @Override
    public void reset() {
        hasChangeLogLock = false;
    }

    @Override
    public void destroy() {
        reset();
    }

    private Connection connection() {
        return ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getBoolean(1);
        } finally {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
    }
}
