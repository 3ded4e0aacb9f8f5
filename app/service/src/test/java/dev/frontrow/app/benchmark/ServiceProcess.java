package dev.frontrow.app.benchmark;

import dev.frontrow.app.LiveObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A service in a process of its own: the one that is measured, an earlier one, or the one that answers with constants. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofMinutes(5);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(20);
    private static final String READINESS = "/actuator/health/readiness";

    private final Process process;
    private final int port;
    private final Duration startedIn;

    private ServiceProcess(Process process, int port, Duration startedIn) {
        this.process = process;
        this.port = port;
        this.startedIn = startedIn;
    }

    /** Starts the service as it was built, and waits until it is ready. */
    static ServiceProcess start(Options options, Map<String, String> settings) {
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(options.javaOptions());
        // The same as java -jar, but for the constant answers, which are found beside the jar.
        command.add("-Dloader.path="
                + ConstantOperation.copiedTo(options.directory().resolve("constant")));
        command.addAll(
                List.of("-cp", options.jar().toString(), "org.springframework.boot.loader.launch.PropertiesLauncher"));
        var port = port(options);
        command.addAll(arguments(port, settings));
        options.arguments().forEach(argument -> command.add("--" + argument));
        return launch(command, options.directory().resolve("service.log"), port, READINESS, _ -> true);
    }

    /** Starts the web server that answers with constants. */
    static ServiceProcess startConstantAnswers(Options options) {
        var port = freePort();
        var command = List.of(
                java(),
                "-cp",
                System.getProperty("java.class.path"),
                ConstantAnswers.class.getName(),
                "--server.port=" + port);
        return launch(command, options.directory().resolve("constant.log"), port, ConstantAnswers.path(0), _ -> true);
    }

    /**
     * Starts something, and waits until it answers as it should.
     *
     * @param command with the arguments that say where it listens
     * @param isReady looks at the body of a good answer
     */
    static ServiceProcess launch(List<String> command, Path log, int port, String path, Predicate<String> isReady) {
        var began = System.nanoTime();
        try {
            Files.createDirectories(log.getParent());
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            while (!answers(port, path, isReady)) {
                if (!process.isAlive() || System.nanoTime() - began > START_MAX.toNanos()) {
                    process.destroyForcibly();
                    throw new IllegalStateException("does not start, " + log + " says why");
                }
                BoxOffice.pause(LOOKS_EVERY);
            }
            return new ServiceProcess(process, port, Duration.ofNanos(System.nanoTime() - began));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The Java that the benchmark itself runs on. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Where a service is to listen. */
    static int port(Options options) {
        return options.port() == 0 ? freePort() : options.port();
    }

    /** Settings as a service takes them on its command line. */
    static List<String> arguments(int port, Map<String, String> settings) {
        return Stream.concat(
                        Stream.of("--server.port=" + port),
                        settings.entrySet().stream().map(each -> "--" + each.getKey() + "=" + each.getValue()))
                .toList();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private static boolean answers(int port, String path, Predicate<String> isReady) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK
                    && isReady.test(new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException notYet) {
            return false;
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", port);
    }

    /** What it has taken of the machine. */
    ProcessTimes times() {
        return new ProcessTimes(process.toHandle());
    }

    /** What it keeps in memory and needs: the bytes of all objects that can be reached; not known without a JDK. */
    double liveBytes() {
        return LiveObjects.bytes(process.pid());
    }

    /** From its start to its first good answer. */
    Duration startedIn() {
        return startedIn;
    }

    @Override
    public void close() {
        // Maven's own process does not take along what it has started.
        var all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .filter(each -> each.info().command().orElse("").endsWith("java"))
                .toList();
        all.forEach(ProcessHandle::destroy);
        all.forEach(each -> each.onExit().join());
    }
}
