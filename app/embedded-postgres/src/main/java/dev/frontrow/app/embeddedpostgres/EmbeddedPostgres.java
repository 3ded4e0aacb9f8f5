package dev.frontrow.app.embeddedpostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that comes with the service: starts and stops with it, keeps its data in a directory between runs, and is
 * started again on the same port if it dies in between.
 *
 * <p>A commit is on the disk before it is answered, and a kill at any moment, of the service, of the database or of both,
 * leaves a directory that the next start takes over. One service a directory. Reachable from this machine alone, with a
 * password that is made with the directory and kept in it.
 */
final class EmbeddedPostgres implements AutoCloseable {

    static final String USER = "postgres";
    static final String DATABASE = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final long RESTART_PAUSE_MILLIS = 1_000;

    private final DirectoryLock lock;
    private final PostgresServer server;
    private final String password;
    private final int port;

    private final ReentrantLock running = new ReentrantLock();
    private final Thread watchdog;
    private volatile boolean closed;

    private EmbeddedPostgres(DirectoryLock lock, PostgresServer server, String password) {
        this.lock = lock;
        this.server = server;
        this.password = password;
        this.port = server.port();
        this.watchdog =
                Thread.ofPlatform().daemon().name("embedded-postgres-watchdog").unstarted(this::watch);
    }

    /** Starts the database in {@code dataDirectory}; answers when it takes connections. */
    static EmbeddedPostgres start(Path dataDirectory) {
        var path = dataDirectory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path.getParent());
            var lock = DirectoryLock.of(path);
            try {
                return start(path, lock);
            } catch (IOException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new EmbeddedPostgresUnusable(
                    "The embedded PostgreSQL can't be started in " + path + ".",
                    "See that this directory and its parent can be written to, or name another one by "
                            + "frontrow.embedded-postgres.data-directory.",
                    failed);
        }
    }

    private static EmbeddedPostgres start(Path path, DirectoryLock lock) throws IOException {
        var postgres = PostgresDistribution.in(
                path.resolveSibling("postgres-programs"), path.getFileName().toString());
        var directory = PostgresDataDirectory.at(path, postgres);
        var server = new PostgresServer(postgres, directory);
        server.stopOrphan();
        var password = directory.password();
        server.startOnSomePort();
        LOG.info(
                "PostgreSQL {} keeps its data in {} and listens on 127.0.0.1:{}",
                postgres.majorVersion(),
                path,
                server.port());
        var started = new EmbeddedPostgres(lock, server, password);
        started.watchdog.start();
        return started;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    String password() {
        return password;
    }

    /** Waits for the server to end, and starts it again unless it was meant to end. */
    private void watch() {
        while (!closed) {
            try {
                server.process().waitFor();
                restart();
            } catch (InterruptedException closing) {
                return;
            }
        }
    }

    private void restart() throws InterruptedException {
        running.lock();
        try {
            if (closed) {
                return;
            }
            LOG.warn("The database process has ended, starting it again");
            server.startOnSamePort();
            LOG.info("The database is back");
        } catch (IOException | EmbeddedPostgresUnusable failed) {
            if (!closed) {
                LOG.error("The database does not start again, trying on", failed);
                TimeUnit.MILLISECONDS.sleep(RESTART_PAUSE_MILLIS);
            }
        } finally {
            running.unlock();
        }
    }

    /** Stops the database. Whoever uses it should be done by then. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        watchdog.interrupt();
        running.lock();
        try {
            server.stop();
        } finally {
            running.unlock();
            lock.close();
        }
    }
}
