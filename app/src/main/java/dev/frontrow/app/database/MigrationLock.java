package dev.frontrow.app.database;

import java.sql.SQLException;
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
 * a migration never blocks the next start, as a row in Liquibase's own lock table would.
 *
 * <p>Liquibase finds it as a service. The others wait, and then find nothing left to do. It holds for sessions, so migrations
 * go to the database directly, not through a pooler that shares sessions between transactions.
 */
public final class MigrationLock extends StandardLockService {

    /** An arbitrary number that nobody else locks in this database. */
    private static final long KEY = 7_366_020_251_122L;

    private static final Duration WAIT_LIMIT = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(200);

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
        var deadline = System.nanoTime() + WAIT_LIMIT.toNanos();
        while (!acquireLock()) {
            if (System.nanoTime() - deadline >= 0) {
                throw new LockException("another instance has been migrating the database for " + WAIT_LIMIT);
            }
            try {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new LockException(stopping);
            }
        }
    }

    @Override
    public boolean acquireLock() throws LockException {
        if (!hasChangeLogLock && ask("select pg_try_advisory_lock(" + KEY + ")")) {
            hasChangeLogLock = true;
            // What was read before the wait may be old.
            Scope.getCurrentScope()
                    .getSingleton(ChangeLogHistoryServiceFactory.class)
                    .resetAll();
            database.setCanCacheLiquibaseTableInfo(true);
        }
        return hasChangeLogLock;
    }

    @Override
    public void releaseLock() throws LockException {
        try {
            if (hasChangeLogLock && !ask("select pg_advisory_unlock(" + KEY + ")")) {
                throw new LockException("the lock was not held any more when the migrations were done");
            }
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

    private boolean ask(String question) throws LockException {
        try {
            database.rollback();
            var connection = ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
            try (var statement = connection.createStatement();
                    var answer = statement.executeQuery(question)) {
                answer.next();
                return answer.getBoolean(1);
            } finally {
                database.rollback();
            }
        } catch (DatabaseException | SQLException failed) {
            throw new LockException(failed);
        }
    }
}
