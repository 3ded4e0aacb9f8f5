package dev.frontrow.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills for long: two instances that buyers switch between, on one database, of which something is killed again and again, at any
 * moment. After each kill, those who are done must have what was acknowledged to them, and the invariants hold.
 */
class CrashFaults {

    private static final int KILLS = Integer.getInteger("faults.kills", 20);
    private static final int CHANGES = Integer.getInteger("faults.changes", 10_000);
    private static final int CHANGES_BETWEEN = 20;
    private static final int AT_ONCE = 24;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void loseNothingThatWasAcknowledged() throws Exception {
        var began = Instant.now();
        var databases = 0;
        var instances = 0;
        var cuts = 0;
        var busy = 0L;
        try (var site = Site.start(directory, 2);
                var buyers = Buyers.come(site.shop.admin(), site.shop, AT_ONCE, 200, 250)) {
            for (var kills = 0; kills < KILLS; kills++) {
                buyers.acknowledge(CHANGES_BETWEEN);
                busy += site.cutConnections();
                cuts++;
                buyers.acknowledge(CHANGES_BETWEEN);
                switch (kills % 4) {
                    case 0, 2 -> {
                        site.killDatabase();
                        databases++;
                    }
                    case 1 -> {
                        site.killInstance(1);
                        instances++;
                    }
                    default -> {
                        site.killInstance(0);
                        instances++;
                    }
                }
                site.check();
                buyers.checkThoseWhoAreDone();
            }
            while (buyers.tally().acknowledgedSoFar() < CHANGES) {
                buyers.acknowledge(CHANGES_BETWEEN);
            }
            buyers.finish();
            site.check();
            site.checkNothingIsLeftToDeliver();
            System.out.printf(
                    "%d kills of an instance, %d of the database, all connections cut %d times (%d of them at work),"
                            + " in %d s: %s%n",
                    instances,
                    databases,
                    cuts,
                    busy,
                    Duration.between(began, Instant.now()).toSeconds(),
                    buyers.tally());
            assertThat(instances + databases).isEqualTo(KILLS);
        }
    }
}
