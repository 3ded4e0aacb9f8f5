package dev.frontrow.app.embeddedpostgres;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server process of the embedded database: started, found again, stopped.
 *
 * <p>It is a child of this process, so that its end is noticed at once, but in a session of its own where the system
 * offers that: an interrupt from the keyboard reaches the service alone, which then stops the database after itself.
 *
 * <p>Not for several threads at once.
 */
final class PostgresServer {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration READY_LIMIT = Duration.ofMinutes(5);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(250);
    /** What a server says that can't start yet, but will when the one before it is gone entirely. */
    private static final List<String> PASSING_COMPLAINTS =
            List.of("pre-existing shared memory block", "lock file", "could not bind");

    private static final long LOG_BYTES_MAX = 10_000_000;
    private static final int LOG_TAIL_BYTES = 2_000;

    /** Ports to choose from: registered ones, where no outgoing connection of this machine gets its own from. */
    private static final int PORT_MIN = 20_000;

    private static final int PORT_BOUND = 30_000;
    private static final int PORT_ATTEMPTS_MAX = 1_000;

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final PostgresDistribution postgres;
    private final PostgresDataDirectory directory;
    private int port;
    private @Nullable Process process;

    PostgresServer(PostgresDistribution postgres, PostgresDataDirectory directory) {
        this.postgres = postgres;
        this.directory = directory;
    }

    int port() {
        return port;
    }

    /** The running process. */
    Process process() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }

    /** Starts the server on the port it had last, or another one if that is taken. */
    void startOnSomePort() throws IOException {
        stopOrphan();
        port = directory.lastPort().orElse(0);
        if (port == 0 || !isFree(port)) {
            port = freePort();
        }
        startOnSamePort();
        directory.rememberPort(port);
    }

    /**
     * Starts the server on the port it has. Repeats for a while, because children of a killed server hold its memory for a
     * moment longer.
     */
    void startOnSamePort() throws IOException {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            stopOrphan();
            var logged = logSize();
            var started = launch();
            if (isReady(started)) {
                process = started;
                return;
            }
            var complaint = logFrom(logged);
            if (PASSING_COMPLAINTS.stream().noneMatch(complaint::contains) || System.nanoTime() - deadline >= 0) {
                throw new EmbeddedPostgresUnusable(
                        "The embedded PostgreSQL does not start: " + complaint,
                        "Correct what it complains about (all of it is in " + directory.log()
                                + "), or name a database by spring.datasource.url.");
            }
            pause(RETRY_PAUSE);
        }
    }

    /** Stops the server: ends its sessions, undoes their transactions, writes what is to be written. */
    void stop() throws IOException {
        stop(process().toHandle());
        process = null;
    }

    /** Stops what a killed service has left running on this directory. */
    void stopOrphan() throws IOException {
        var file = PostmasterFile.read(directory.path());
        if (file.isEmpty()) {
            return;
        }
        if (file.get().isAlive(directory.path())) {
            LOG.info(
                    "Stopping the database process {} that a killed service has left behind",
                    file.get().pid());
            ProcessHandle.of(file.get().pid()).ifPresent(this::stop);
        } else if (ProcessHandle.of(file.get().pid()).isPresent()) {
            // The number has gone to another process, which PostgreSQL would take for a server of this directory.
            Files.deleteIfExists(PostmasterFile.in(directory.path()));
        }
    }

    private void stop(ProcessHandle server) {
        for (var mode : List.of("fast", "immediate")) {
            try {
                var result = postgres.run(
                        "pg_ctl",
                        "",
                        "stop",
                        "-w",
                        "-t",
                        "10",
                        "-m",
                        mode,
                        "-D",
                        directory.path().toString());
                if (!result.failed() || !server.isAlive()) {
                    return;
                }
                LOG.warn("The database did not stop ({}): {}", mode, result.output());
            } catch (IOException notRun) {
                LOG.warn("The database could not be told to stop ({})", mode, notRun);
            }
        }
        server.destroyForcibly();
    }

    private Process launch() throws IOException {
        rotateLog();
        var arguments = new ArrayList<>(List.of("-D", directory.path().toString()));
        settings().forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        var program = postgres.program("postgres", arguments);
        if (Files.isExecutable(SETSID)) {
            program.command().addFirst(SETSID.toString());
        }
        var launched = program.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.log().toFile()))
                .start();
        launched.getOutputStream().close();
        return launched;
    }

    private Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("port", Integer.toString(port));
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "300");
        // What was answered 2xx survives a crash: these are the server's own defaults, and stay.
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("shared_buffers", "256MB");
        settings.put("max_wal_size", "2GB");
        settings.put("jit", "off");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        // A statement whose client was killed ends, and frees its locks.
        settings.put("client_connection_check_interval", "1s");
        return settings;
    }

    /** Waits until the server takes connections. It may take its time after a crash; false as soon as it has ended. */
    private boolean isReady(Process launched) throws IOException {
        var deadline = System.nanoTime() + READY_LIMIT.toNanos();
        while (launched.isAlive()) {
            var ready = PostmasterFile.read(directory.path())
                    .filter(file -> file.pid() == launched.pid() && file.ready())
                    .isPresent();
            if (ready) {
                return true;
            }
            if (System.nanoTime() - deadline >= 0) {
                launched.destroyForcibly();
                return false;
            }
            pause(PAUSE);
        }
        return false;
    }

    private static int freePort() throws IOException {
        for (int attempt = 0; attempt < PORT_ATTEMPTS_MAX; attempt++) {
            int candidate = ThreadLocalRandom.current().nextInt(PORT_MIN, PORT_BOUND);
            if (isFree(candidate)) {
                return candidate;
            }
        }
        throw new IOException("no free port from " + PORT_MIN + " to " + PORT_BOUND);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private long logSize() throws IOException {
        return Files.exists(directory.log()) ? Files.size(directory.log()) : 0;
    }

    private String logFrom(long position) throws IOException {
        try (InputStream log = Files.newInputStream(directory.log())) {
            log.skipNBytes(Math.max(position, logSize() - LOG_TAIL_BYTES));
            return new String(log.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private void rotateLog() throws IOException {
        if (logSize() > LOG_BYTES_MAX) {
            var log = directory.log();
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void pause(Duration pause) throws IOException {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database starts", stopping);
        }
    }
}
