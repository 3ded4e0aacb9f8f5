package dev.frontrow.app.faults;

import dev.frontrow.app.EarlierCommit;
import dev.frontrow.app.OwnPostgres;
import dev.frontrow.app.SeparateService;
import dev.frontrow.app.Shop;
import dev.frontrow.app.faults.Instances.Release;
import dev.frontrow.architecture.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Instances of two releases at a time, while one after the other is replaced. */
@EnabledIf(value = "dev.frontrow.app.faults.Instances#arePossible", disabledReason = Instances.WHAT_IT_NEEDS)
class UpgradeFaults {

    /** The release before, by its commit. */
    private static final String PREVIOUS = System.getProperty("faults.previous", "f645fea7");

    private static final String JAR = "app/service/target/frontrow.jar";
    private static final Path BUILT = Project.root().resolve("app/service/target/faults");
    private static final String LIST = "/api/v1/concerts?sale=all&limit=1";
    private static final int CHANGES = 50;
    private static final int AT_ONCE = 8;

    @RegisterExtension
    static final OwnPostgres POSTGRES = new OwnPostgres();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void sellOnWhileOneAfterTheOtherIsReplacedAndReplacedBack() throws Exception {
        var previous = previous();
        try (var instances = Instances.start(
                        POSTGRES,
                        directory,
                        2,
                        previous,
                        "--frontrow.queue.admission-interval=100ms",
                        "--frontrow.queue.admissions-per-second=1000",
                        "--frontrow.queue.abandoned-after=20s",
                        "--frontrow.queue.no-show-after=12s");
                var buyers = Buyers.come(instances.organiser(0), instances.shop, AT_ONCE, 40, 250);
                var line = WatchedLine.of(instances.organiser(0), instances.shop, instances.database());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var walks = threads.submit(() -> walk(instances.shop, buyers.tally()));
            buyers.acknowledge(CHANGES);
            replaceAll(instances, SeparateService::ofTheseClasses, buyers);
            buyers.checkThoseWhoAreDone();
            replaceAll(instances, previous, buyers);

            over.set(true);
            line.check();
            buyers.finish();
            instances.check();
            System.out.printf(
                    "from %s to this and back: %s; %s; %d walks over the list%n",
                    PREVIOUS, buyers.tally(), line, walks.get());
        }
    }

    /**
     * Walks over the list of concerts again and again, each page from another instance; answers how often. The release before
     * may break connections off when it stops, and nginx have nobody else for a moment.
     */
    private int walk(Shop shop, Tally tally) {
        var walks = 0;
        for (var path = LIST; !over.get(); ) {
            var page = path;
            var cursor =
                    tally.untilAnswered(() -> shop.get(page)).expect(200).body().path("nextCursor");
            path = cursor.isNull() ? LIST : LIST + "&cursor=" + cursor.asString("");
            walks += cursor.isNull() ? 1 : 0;
            Tally.pause();
        }
        return walks;
    }

    private static void replaceAll(Instances instances, Release release, Buyers buyers) throws Exception {
        for (var i = 0; i < instances.many(); i++) {
            instances.stop(i);
            instances.startAgain(i, release);
            buyers.acknowledge(CHANGES);
        }
    }

    private static Release previous() throws IOException {
        var jar = EarlierCommit.built(PREVIOUS, BUILT, "app/service", JAR).resolve(JAR);
        return (port, directory, settings) -> SeparateService.ofJar(jar, port, directory, settings);
    }
}
