package dev.frontrow.app;

import static org.awaitility.Awaitility.await;

import dev.frontrow.FrontrowApplication;
import dev.frontrow.TestDatabase;
import dev.frontrow.app.Shop.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** The service in a process of its own, in demo mode, on an embedded database of its own unless it is told of another. */
public final class SeparateService implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** What the JVM of a service is told that does not live for long. */
    public static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;
    private final int port;
    private final Shop shop;
    private final Path log;

    private SeparateService(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.shop = new Shop(port);
        this.log = log;
    }

    /**
     * Runs it, and does not wait for it.
     *
     * @param directory where its database is kept, and what it says
     * @param java what the JVM is told: its options, and the class or jar to run
     */
    static SeparateService run(Path directory, List<String> java, String... settings) throws IOException {
        return run(freePort(), directory, java, settings);
    }

    /**
     * Runs the classes that are tested, on that port, and does not wait for them.
     *
     * @param directory where its database is kept, and what it says
     */
    public static SeparateService ofTheseClasses(int port, Path directory, String... settings) throws IOException {
        return ofTheseClasses(port, directory, SHORT_LIVED, settings);
    }

    /**
     * The same, on another JVM.
     *
     * @param options of the JVM
     */
    public static SeparateService ofTheseClasses(int port, Path directory, List<String> options, String... settings)
            throws IOException {
        var java = new ArrayList<>(options);
        java.addAll(List.of("-cp", System.getProperty("java.class.path"), FrontrowApplication.class.getName()));
        return run(port, directory, java, settings);
    }

    /**
     * Runs a jar of the service, which may be of an earlier commit, on that port, and does not wait for it.
     *
     * @param directory where its database is kept, and what it says
     */
    public static SeparateService ofJar(Path jar, int port, Path directory, String... settings) throws IOException {
        var java = new ArrayList<>(SHORT_LIVED);
        java.addAll(List.of("-jar", jar.toString()));
        return run(port, directory, java, settings);
    }

    private static void sharePrograms(Path directory) throws IOException {
        var programs = Files.createDirectories(directory.resolve("postgres-programs"));
        if (!Files.exists(programs.resolve("unpacked"))) {
            Files.createSymbolicLink(programs.resolve("unpacked"), TestDatabase.programs());
        }
    }

    private static SeparateService run(int port, Path directory, List<String> java, String... settings)
            throws IOException {
        sharePrograms(directory);
        var log = directory.resolve("service-" + UUID.randomUUID() + ".log");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java);
        command.add("--server.port=" + port);
        command.add("--frontrow.embedded-postgres.data-directory=" + directory.resolve("postgres"));
        command.add("--frontrow.rate-limit.enabled=false");
        command.addAll(List.of(settings));
        var service = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // It brings its own database, whichever the tests run on.
        service.environment().keySet().removeIf(name -> name.startsWith("SPRING_DATASOURCE_"));
        return new SeparateService(service.start(), port, log);
    }

    /** What is answered first. */
    public Answer firstAnswer(String path) {
        var answer = new AtomicReference<Answer>();
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(20)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("the service has ended: " + Files.readString(log));
            }
            try {
                answer.set(shop.get(path));
                return true;
            } catch (UncheckedIOException notYet) {
                return false;
            }
        });
        return answer.get();
    }

    /** Its clients' way in, once it is ready. */
    public Shop opened() {
        await().atMost(LIMIT)
                .until(() -> firstAnswer("/actuator/health/readiness").status() == 200);
        return shop;
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Sends it a signal, {@code STOP} for instance. */
    public void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    public int port() {
        return port;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** What it has said so far. */
    public String said() throws IOException {
        return Files.readString(log);
    }

    /** Waits until it has ended by itself; answers how. */
    int ended() throws InterruptedException {
        if (!process.waitFor(LIMIT)) {
            throw new IllegalStateException("the service does not end, see " + log);
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
