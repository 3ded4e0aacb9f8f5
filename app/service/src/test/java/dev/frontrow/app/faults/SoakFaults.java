package dev.frontrow.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Half of what the service can do, for long: what it takes to do so must not grow. */
class SoakFaults {

    private static final Duration LASTS = Duration.ofMinutes(Integer.getInteger("faults.soakMinutes", 60));
    private static final Duration BETWEEN = Duration.ofSeconds(20);
    private static final Duration CALIBRATION = Duration.ofSeconds(20);
    private static final int WARM_UP_CHANGES = 3_000;

    /** Each has seats for some two hundred thousand changes. */
    private static final int HALLS = 5;

    private static final int AT_ONCE = 24;

    private static final List<String> SERVER = List.of("-Xmx512m", "-XX:+UseSerialGC");

    /** Autovacuum looks around once a minute, for tables a fifth of which is dead. */
    private static final double DEAD_SHARE_MAX = 0.4;

    private static final long DEAD_ROWS_MAX = 20_000;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void takesNoMoreAtTheEndThanAtTheBeginning() throws Exception {
        try (var site = Site.start(directory, 1, SERVER);
                var buyers = Buyers.come(site.shop.admin(), site.shop, AT_ONCE, HALLS, 200, 250)) {
            buyers.acknowledge(WARM_UP_CHANGES);
            var perSecond = buyers.acknowledge(Integer.MAX_VALUE, CALIBRATION) / CALIBRATION.toSeconds() / 2;
            System.out.printf("half load is %d changes/s%n", perSecond);
            buyers.keepTo(new Pace(Duration.ofSeconds(1).dividedBy(perSecond)));
            buyers.tally().latencies();

            var moments = new ArrayList<Health>();
            var end = System.nanoTime() + LASTS.toNanos();
            while (System.nanoTime() - end < 0) {
                buyers.acknowledge(Integer.MAX_VALUE, BETWEEN);
                moments.add(Health.of(site, buyers.tally().latencies()));
                buyers.checkThoseWhoAreDone();
                System.out.println(moments.getLast());
            }
            var begins = moments.subList(0, moments.size() / 3);
            var ends = moments.subList(moments.size() - moments.size() / 3, moments.size());
            assertSteady("live megabytes", begins, ends, Health::liveMegabytes, 1.25, 16);
            assertSteady("threads", begins, ends, Health::threads, 1, 20);
            assertSteady("connections", begins, ends, Health::connections, 1, 5);
            assertSteady("megabytes of events", begins, ends, Health::eventsMegabytes, 1, 8);
            assertSteady("median in ms", begins, ends, Health::p50Millis, 1.5, 20);
            assertSteady("99th percentile in ms", begins, ends, Health::p99Millis, 2, 50);
            assertThat(moments.getLast().tables())
                    .allSatisfy(table -> assertThat((double) table.dead())
                            .as(table.toString())
                            .isLessThan(DEAD_ROWS_MAX + DEAD_SHARE_MAX * table.live()));

            buyers.finish();
            site.check();
            site.checkNothingIsLeftToDeliver();
            System.out.println(buyers.tally());
        }
    }

    /** Sees that a figure ends no higher than it began, times this, and this more. */
    private static void assertSteady(
            String what,
            List<Health> begins,
            List<Health> ends,
            ToDoubleFunction<Health> figure,
            double times,
            double more) {
        var before = Health.median(begins, figure);
        assertThat(Health.median(ends, figure)).as(what).isLessThanOrEqualTo(before * times + more);
    }
}
