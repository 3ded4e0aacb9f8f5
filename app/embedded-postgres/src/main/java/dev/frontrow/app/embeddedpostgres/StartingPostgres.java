package dev.frontrow.app.embeddedpostgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The embedded PostgreSQL as the rest of the service sees it: it starts beside that, and whoever is the first to need it
 * waits. What keeps it from starting is told to those who wait.
 */
final class StartingPostgres implements JdbcConnectionDetails, AutoCloseable {

    private final CompletableFuture<PostgresServer> server;

    private StartingPostgres(CompletableFuture<PostgresServer> server) {
        this.server = server;
    }

    /** Begins to start the database in {@code dataDirectory}. */
    static StartingPostgres in(Path dataDirectory) {
        var server = CompletableFuture.supplyAsync(
                () -> PostgresServer.start(dataDirectory),
                start -> Thread.ofPlatform().name("embedded-postgres").start(start));
        return new StartingPostgres(server);
    }

    private PostgresServer started() {
        try {
            return server.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof EmbeddedPostgresUnusable unusable) {
                throw unusable;
            }
            throw failed;
        }
    }

    /** Stops the database, once it has started. Whoever uses it should be done by then. */
    @Override
    public void close() throws IOException {
        var nothingToStop = server.handle((_, failure) -> failure != null).join();
        if (!nothingToStop) {
            started().close();
        }
    }

    @Override
    public String getJdbcUrl() {
        return started().getJdbcUrl();
    }

    @Override
    public String getUsername() {
        return started().getUsername();
    }

    @Override
    public String getPassword() {
        return started().getPassword();
    }
}
