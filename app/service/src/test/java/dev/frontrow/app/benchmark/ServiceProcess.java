package dev.frontrow.app.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The service as it is delivered, in a process of its own. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final long LOOK_MILLIS = 20;

    private final Process process;
    private final int port;
    private final Duration startedIn;

    private ServiceProcess(Process process, int port, String readyPath) {
        this.process = process;
        this.port = port;
        var began = System.nanoTime();
        while (!answers(readyPath)) {
            if (!process.isAlive() || System.nanoTime() - began > START_MAX.toNanos()) {
                process.destroyForcibly();
                throw new IllegalStateException("does not start; its log says why");
            }
            pause();
        }
        this.startedIn = Duration.ofNanos(System.nanoTime() - began);
    }

    /**
     * Starts it, and waits until it is ready.
     *
     * @param settings {@code name=value}, of the service
     */
    static ServiceProcess start(Options options, List<String> settings) {
        var port = options.port() == 0 ? freePort() : options.port();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options.javaOptions());
        // The same as java -jar, but for the constant answers, which are found beside the jar.
        command.add("-Dloader.path="
                + ConstantOperation.copiedTo(options.directory().resolve("constant")));
        command.add("-cp");
        command.add(options.jar().toString());
        command.add("org.springframework.boot.loader.launch.PropertiesLauncher");
        command.add("--server.port=" + port);
        settings.forEach(setting -> command.add("--" + setting));
        options.arguments().forEach(argument -> command.add("--" + argument));
        return new ServiceProcess(
                launch(command, options.directory().resolve("service.log")), port, "/actuator/health/readiness");
    }

    /** Starts the web server that answers with constants. */
    static ServiceProcess startConstantAnswers(Options options) {
        var port = freePort();
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ConstantAnswers.class.getName(),
                "--server.port=" + port);
        return new ServiceProcess(
                launch(command, options.directory().resolve("constant.log")), port, ConstantAnswers.path(0));
    }

    private static Process launch(List<String> command, Path log) {
        try {
            Files.createDirectories(log.getParent());
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private boolean answers(String path) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", port);
    }

    /** The processor time it has taken. */
    ProcessTimes times() {
        return new ProcessTimes(process.toHandle());
    }

    /** From its start to its first good answer. */
    Duration startedIn() {
        return startedIn;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
