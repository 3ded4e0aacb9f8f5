package dev.frontrow.app.embeddedpostgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Starts PostgreSQL's server as zonky's library does, which unpacks the programs, makes an empty directory a database, and
 * waits until the server takes connections. What that library leaves open is settled here.
 *
 * @param programs where the programs are unpacked, once
 * @param output where they write what they have to say
 * @param wanted whether a server is still asked for; where none is any more, a start that fails is not tried again
 */
record Launch(Path programs, Path output, BooleanSupplier wanted) {

    private static final Logger log = LoggerFactory.getLogger(Launch.class);

    /** A server may take its time after a crash. */
    private static final Duration READY_LIMIT = Duration.ofMinutes(5);

    /** A failed one takes a third of a second, and children of a killed server may hold its memory for some. */
    private static final int ATTEMPTS_MAX = 30;

    private static final long PAUSE_MILLIS = 100;
    private static final long OUTPUT_BYTES_MAX = 10_000_000;

    /**
     * Starts a server on that directory. None is meant to run on it any more: one that does is stopped.
     *
     * @param port asked for when none runs on it any more
     * @param settings what else the server is to be told
     */
    EmbeddedPostgres start(Path directory, IntSupplier port, UnaryOperator<EmbeddedPostgres.Builder> settings)
            throws IOException {
        prepare();
        var builder = settings.apply(builder(directory));
        var before = 0;
        for (var attempt = 0; attempt < ATTEMPTS_MAX && wanted.getAsBoolean(); attempt++) {
            Postmaster.forgetDead(directory);
            var orphan = Postmaster.on(directory);
            orphan.ifPresent(left -> log.info("Stopping the database process {} that a killed service has left", left));
            // A start that failed, and a server that died, have left zonky's own lock taken.
            Files.deleteIfExists(directory.resolve("epg-lock"));
            before = said(0).length();
            try {
                var server = start(builder.setPort(orphan.isPresent() ? 0 : port.getAsInt()), directory, before);
                var ready = !Thread.interrupted();
                if (ready && orphan.isEmpty()) {
                    return server;
                }
                if (Postmaster.on(directory).isPresent()) {
                    server.close();
                }
            } catch (RuntimeException | ExceptionInInitializerError notRun) {
                // Perhaps some programs are missing, because the disk was full: the next start unpacks them anew.
                FileSystemUtils.deleteRecursively(programs);
                throw unusable(before, notRun);
            }
        }
        throw unusable(before, null);
    }

    /**
     * Returns interrupted if the server does not start, is killed at once, or lets nobody in: zonky would wait for it to the
     * end. Where another one runs, that is what it will stop.
     */
    private EmbeddedPostgres start(EmbeddedPostgres.Builder builder, Path directory, int before) throws IOException {
        var starting = Thread.currentThread();
        Runnable look = () -> {
            var said = said(before);
            if (said.contains("could not start server")
                    || said.contains("password authentication failed")
                    || (said.contains("server started") && isGone(directory))) {
                starting.interrupt();
            }
        };
        try (var watch = Executors.newSingleThreadScheduledExecutor()) {
            watch.scheduleWithFixedDelay(look, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            return builder.start();
        }
    }

    private static boolean isGone(Path directory) {
        try {
            return Postmaster.on(directory).isEmpty();
        } catch (IOException unknown) {
            return false;
        }
    }

    private EmbeddedPostgres.Builder builder(Path directory) {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(unpacked().toFile())
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .setPGStartupWait(READY_LIMIT)
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                // The same order of texts on every machine.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                // What was answered 2xx survives a crash: the server's own defaults, which zonky turns off.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "300")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("jit", "off")
                .setServerConfig("log_timezone", "UTC")
                // A statement whose client was killed ends, and frees its locks.
                .setServerConfig("client_connection_check_interval", "1s");
    }

    /** zonky lets everybody write to its directory; so it gets one that nobody else comes to. */
    private Path unpacked() {
        return programs.resolve("unpacked");
    }

    private void prepare() throws IOException {
        Files.createDirectories(unpacked());
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(programs, PosixFilePermissions.fromString("rwx------"));
        }
        // zonky takes for whole what a kill in the middle of unpacking has left.
        try (var unpacked = Files.find(
                programs, 2, (path, _) -> path.getFileName().toString().startsWith("PG-"))) {
            unpacked.filter(home -> !Files.exists(home.resolve(".exists")))
                    .toList()
                    .forEach(half -> FileSystemUtils.deleteRecursively(half.toFile()));
        }
        if (output.toFile().length() > OUTPUT_BYTES_MAX) {
            Files.move(output, Path.of(output + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What has been said since, or nothing if somebody has cut the file meanwhile. */
    private String said(int before) {
        try {
            var said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            return said.substring(Math.min(before, said.length()));
        } catch (IOException nothingYet) {
            return "";
        }
    }

    private EmbeddedPostgresUnusable unusable(int before, @Nullable Throwable cause) {
        return new EmbeddedPostgresUnusable(
                "The embedded PostgreSQL does not start: " + said(before) + (cause == null ? "" : cause),
                "Correct what it complains about (all of it is in " + output + "), or name a database by "
                        + "spring.datasource.url.",
                cause);
    }
}
