package dev.frontrow.app.embeddedpostgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/** A service in a process of its own that runs an embedded database, to be killed. */
final class KilledService {

    private KilledService() {}

    /** Runs a service on {@code directory} until its database takes connections, and kills it. */
    static void on(Path directory) throws IOException, InterruptedException, ExecutionException {
        var java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var service = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        Objects.requireNonNull(classPath),
                        KilledService.class.getName(),
                        directory.toString())
                .redirectError(new File(directory + "-service.log"))
                .start();
        try (var output = service.inputReader(StandardCharsets.UTF_8)) {
            var line = output.readLine();
            while (line != null && !line.equals("started")) {
                line = output.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("the service has not started, see " + directory + "-service.log");
            }
        } finally {
            service.destroyForcibly().onExit().get();
        }
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedPostgres.start(Path.of(arguments[0]));
        System.out.println("started");
        new CountDownLatch(1).await();
    }
}
