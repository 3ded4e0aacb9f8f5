package dev.frontrow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * What happens before the first test: what tests wait for is looked for often, and the embedded database starts while the
 * tests that need none run already, unless another database may be meant.
 */
public final class TestRun implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(5));
        if (Stream.of("SPRING_DATASOURCE_URL", "DOCKER_HOST").allMatch(name -> System.getenv(name) == null)
                && !Files.exists(Path.of("/var/run/docker.sock"))) {
            TestDatabase.Embedded.begin();
        }
    }
}
