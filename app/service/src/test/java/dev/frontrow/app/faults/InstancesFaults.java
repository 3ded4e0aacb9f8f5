package dev.frontrow.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.app.OwnPostgres;
import dev.frontrow.app.SeparateService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Instances that come and go behind nginx and PgBouncer, while clients switch between them at each request. */
@EnabledIf(value = "dev.frontrow.app.faults.Instances#arePossible", disabledReason = Instances.WHAT_IT_NEEDS)
class InstancesFaults {

    private static final Duration FROZEN = Duration.ofSeconds(Integer.getInteger("faults.frozenSeconds", 30));
    private static final int CHANGES = 100;
    private static final int AT_ONCE = 8;

    @RegisterExtension
    static final OwnPostgres POSTGRES = new OwnPostgres();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void sellOnAndKeepTheLineWhileTheyAreKilledStoppedAndFrozen() throws Exception {
        try (var instances = Instances.start(
                        POSTGRES,
                        directory,
                        3,
                        SeparateService::ofTheseClasses,
                        "--frontrow.queue.admission-interval=100ms",
                        "--frontrow.queue.admissions-per-second=1000",
                        "--frontrow.queue.abandoned-after=20s",
                        "--frontrow.queue.no-show-after=12s");
                var buyers = Buyers.come(instances.organiser(0), instances.shop, AT_ONCE, 40, 250);
                var line = WatchedLine.of(instances.organiser(0), instances.shop, instances.database())) {
            buyers.acknowledge(CHANGES);
            instances.kill(0);
            buyers.acknowledge(CHANGES);
            instances.startAgain(0, SeparateService::ofTheseClasses);
            buyers.acknowledge(CHANGES);
            var refused = buyers.tally().refused();
            instances.stop(1);
            buyers.acknowledge(CHANGES);
            assertThat(buyers.tally().refused())
                    .as("refused because an instance stopped in order")
                    .isEqualTo(refused);
            instances.startAgain(1, SeparateService::ofTheseClasses);
            buyers.acknowledge(CHANGES);
            instances.freeze(2);
            for (var end = Instant.now().plus(FROZEN); Instant.now().isBefore(end); ) {
                buyers.acknowledge(1);
            }
            line.thawing();
            instances.thaw(2);
            buyers.acknowledge(CHANGES);

            line.check();
            buyers.finish();
            instances.check();
            System.out.printf(
                    "one killed, one stopped, one frozen for %d s: %s; %s%n", FROZEN.toSeconds(), buyers.tally(), line);
        }
    }
}
