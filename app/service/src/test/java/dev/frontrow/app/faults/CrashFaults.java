package dev.frontrow.app.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills for long: two instances that buyers switch between, on one database, of which something is killed again and again, at any
 * moment, while what was killed before may still be starting. After each kill, those who are done must have what was acknowledged
 * to them, and the invariants hold.
 */
class CrashFaults {

    private static final int KILLS = Integer.getInteger("faults.kills", 20);
    private static final int CHANGES = Integer.getInteger("faults.changes", 10_000);
    private static final Duration AT_MOST = Duration.ofMinutes(Integer.getInteger("faults.minutes", 30));

    /** Each has seats for some two hundred thousand changes. */
    private static final int HALLS = 3;

    private static final int AT_ONCE = 48;

    /** However slow the machine is, so many changes are under way when something is killed, and as many after it. */
    private static final int CHANGES_MIN = 20;

    /** Changes come so far apart while others are checked; at full speed more would be done meanwhile than were checked. */
    private static final Duration WHILE_CHECKING = Duration.ofMillis(50);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void loseNothingThatWasAcknowledged() throws Exception {
        var began = Instant.now();
        var share = CHANGES / KILLS / 2;
        var shareTakes = AT_MOST.dividedBy(4L * KILLS);
        var kills = 0;
        var databases = 0;
        var cut = 0L;
        var slowly = new Pace(WHILE_CHECKING);
        try (var site = Site.start(directory, 2);
                var buyers = Buyers.come(site.shop.admin(), site.shop, AT_ONCE, HALLS, 200, 250)) {
            for (; kills < KILLS && since(began).compareTo(AT_MOST) < 0; kills++) {
                buyers.acknowledge(CHANGES_MIN);
                buyers.acknowledge(share, shareTakes);
                switch (kills % 8) {
                    case 0 -> site.killInstance(1);
                    case 4 -> site.killInstance(0);
                    default -> {
                        site.killDatabase();
                        databases++;
                    }
                }
                buyers.acknowledge(CHANGES_MIN);
                buyers.acknowledge(share, shareTakes);
                cut += site.cutConnections();
                site.check();
                buyers.keepTo(slowly);
                buyers.checkThoseWhoAreDone();
                buyers.keepTo(Pace.NONE);
                System.out.printf(
                        "%d kills after %d s: %s%n", kills + 1, since(began).toSeconds(), buyers.tally());
            }
            var missing = Math.max(0, CHANGES - buyers.tally().acknowledgedSoFar());
            buyers.acknowledge(Math.toIntExact(missing), AT_MOST.minus(since(began)));
            buyers.finish();
            site.check();
            site.checkNothingIsLeftToDeliver();
            System.out.printf(
                    "%d kills of an instance, %d of the database, all connections cut %d times (%d of them at work),"
                            + " in %d s: %s%n",
                    kills - databases, databases, kills, cut, since(began).toSeconds(), buyers.tally());
        }
    }

    private static Duration since(Instant began) {
        return Duration.between(began, Instant.now());
    }
}
