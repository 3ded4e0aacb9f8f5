package dev.frontrow.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A show with two thousand paid tickets is cancelled while others pay and give up, on two instances; the database and the
 * instances are killed in the middle of the refunds, whatever goes on making the rest.
 */
class RefundFaults {

    private static final int GUESTS = Integer.getInteger("faults.guests", 500);
    private static final int PAYING_MEANWHILE = 24;
    private static final int KILLS_MIN = 3;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void areMadeOnceWhateverIsKilledMeanwhile() throws Exception {
        var began = Instant.now();
        try (var site = Site.start(directory, 2)) {
            var show = CancelledShow.sold(site.shop, GUESTS, PAYING_MEANWHILE);

            show.cancel();

            var kills = 0;
            for (; show.awaitMoreRefunds(); kills++) {
                switch (kills % 4) {
                    case 0, 2 -> site.killDatabase();
                    case 1 -> site.killInstance(0);
                    default -> site.killInstance(1);
                }
            }
            site.awaitInstances();
            var refunds = show.check();
            site.check();
            site.checkNothingIsLeftToDeliver();
            System.out.printf(
                    "%d refunds, %d kills in the middle of them, in %d s%n",
                    refunds, kills, Duration.between(began, Instant.now()).toSeconds());
            assertThat(kills).isGreaterThanOrEqualTo(KILLS_MIN);
        }
    }
}
