package dev.frontrow.app.embeddedpostgres;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/** A service in a process of its own that runs an embedded database, to be killed. */
final class KilledService {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private KilledService() {}

    /** Runs a service on {@code directory} until its database takes connections, and kills it. */
    static void on(Path directory) throws IOException, InterruptedException, ExecutionException {
        var started = started(directory);
        on(directory, () -> Files.exists(started));
        Files.delete(started);
    }

    /** Runs a service on {@code directory} until something is so, and kills it. */
    static void on(Path directory, Callable<Boolean> soFar)
            throws IOException, InterruptedException, ExecutionException {
        var log = new File(directory + "-service.log");
        var service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledService.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        try {
            await(log.toString()).atMost(LIMIT).until(() -> !service.isAlive() || soFar.call());
            if (!service.isAlive()) {
                throw new IllegalStateException("the service has ended, see " + log);
            }
        } finally {
            service.destroyForcibly().onExit().get();
        }
    }

    private static Path started(Path directory) {
        return directory.resolveSibling(directory.getFileName() + "-started");
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var directory = Path.of(arguments[0]);
        PostgresServer.start(directory);
        Files.createFile(started(directory));
        new CountDownLatch(1).await();
    }
}
