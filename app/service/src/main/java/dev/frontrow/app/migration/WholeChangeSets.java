package dev.frontrow.app.migration;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;

/**
 * Makes a change set and the note that it has run one transaction.
 *
 * <p>Liquibase commits the one and then the other. A kill in between would leave a change that the next start does again, and
 * fails at ("schema already exists"). So the first of the two commits is left out.
 *
 * <p>For the one thread that migrates.
 */
final class WholeChangeSets extends AbstractChangeExecListener {

    private boolean running;

    @Override
    public void willRun(
            ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, ChangeSet.RunStatus runStatus) {
        running = true;
    }

    /** The change set has run, and is noted next. */
    @Override
    public void ran(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, ChangeSet.ExecType execType) {
        running = false;
    }

    @Override
    public void runFailed(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, Exception exception) {
        running = false;
    }

    /** The same connection, whose commits in the middle of a change set do nothing. */
    Connection on(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                WholeChangeSets.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (running && "commit".equals(method.getName())) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                });
    }
}
