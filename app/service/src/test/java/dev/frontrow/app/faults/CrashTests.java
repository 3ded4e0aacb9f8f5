package dev.frontrow.app.faults;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The service on its own embedded database, while it, the database and the connections between them are killed. */
class CrashTests {

    @TempDir(cleanup = CleanupMode.NEVER)
    Path directory;

    /** {@code CrashFaults} and {@code RefundFaults} do the same for long. */
    @Test
    void keepsWhatItAnsweredWhateverIsKilledInTheMiddleOfWork() throws Exception {
        try (var site = Site.start(directory, 1);
                var buyers = Buyers.come(site.shop.admin(), site.shop, 4, 10, 20)) {
            var show = CancelledShow.sold(site.shop, 40, 4);
            buyers.acknowledge(20);
            for (var i = 0; i < 2; i++) {
                site.cutConnections();
                buyers.acknowledge(5);
            }
            site.killDatabase();
            buyers.acknowledge(10);
            show.cancel();
            show.awaitMoreRefunds();
            site.killInstance(0);
            buyers.acknowledge(10);

            show.check();
            buyers.finish();
            site.check();
            site.checkNothingIsLeftToDeliver();
        }
    }
}
