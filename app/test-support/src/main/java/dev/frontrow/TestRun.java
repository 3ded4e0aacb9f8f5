package dev.frontrow;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * What happens before the first test: what tests wait for is looked for often and for long, and the embedded database starts while the
 * tests that need none run already, unless another database may be meant, or none of the module's tests needs one, which its
 * POM says by {@code tests.without-database}.
 */
public final class TestRun implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(5));
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        if (!Boolean.getBoolean("tests.without-database")
                && System.getenv("SPRING_DATASOURCE_URL") == null
                && !TestDatabase.mayBeOnDocker()) {
            TestDatabase.Embedded.begin();
        }
    }
}
