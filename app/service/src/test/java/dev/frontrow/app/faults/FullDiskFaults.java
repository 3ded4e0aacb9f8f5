package dev.frontrow.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.app.Shop;
import dev.frontrow.app.Shop.Concert;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/**
 * The service while its database's disk is full: nobody is told that something was done that was not, whoever can't be served is told
 * so soon, and all is well once there is room, without a restart by hand.
 */
class FullDiskFaults {

    private static final Duration FULL = Duration.ofSeconds(Integer.getInteger("faults.sickSeconds", 10));
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int MEGABYTES = 400;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @BeforeAll
    static void aDiskCanBeMounted() throws Exception {
        assumeThat(SmallDisk.isPossible()).as("nobody may mount anything here").isTrue();
    }

    /** PostgreSQL refuses whatever needs one more page, and goes on with the rest. */
    @Test
    void ofTheTablesRefusesWhatNeedsRoomAndReadsGoOn() throws Exception {
        try (var disk = onADiskOfItsOwn("postgres/base");
                var site = Site.start(directory, 1);
                var buyers = Buyers.come(site.shop.admin(), site.shop, 8, 20, 250)) {
            var reader = new Reader(site.shop);
            buyers.acknowledge(100);

            disk.fill();
            await().atMost(LIMIT).until(() -> buyers.tally().refused() > 0);
            reader.asksFor(FULL, true);

            disk.makeRoom();
            recovers(site, buyers);
        }
    }

    /** PostgreSQL can't write down what it does: it stops in the middle, and does not come back before there is room. */
    @Test
    void ofTheLogStopsTheDatabaseAndLinesGoOn() throws Exception {
        try (var disk = onADiskOfItsOwn("postgres/pg_wal");
                var site = Site.start(directory, 1);
                var buyers = Buyers.come(site.shop.admin(), site.shop, 8, 20, 250)) {
            var reader = new Reader(site.shop);
            buyers.acknowledge(100);

            disk.fill();
            useUpTheLog(site);
            reader.asksFor(FULL, false);

            disk.makeRoom();
            recovers(site, buyers);
        }
    }

    /** Lets the service make its database, and moves a part of it while it is stopped. */
    private SmallDisk onADiskOfItsOwn(String part) throws Exception {
        Site.start(directory, 1).close();
        var disk = SmallDisk.at(directory.resolve("disk"), MEGABYTES);
        disk.take(directory.resolve(part));
        return disk;
    }

    /** Writes to the log, and to no table, until the database can't any more. */
    private static void useUpTheLog(Site site) {
        await().atMost(LIMIT).until(() -> {
            try {
                site.database()
                        .sql("select pg_logical_emit_message(false, 'much', repeat('x', 1000000))::text")
                        .query((row, _) -> row.getString(1))
                        .single();
                return false;
            } catch (DataAccessException stopped) {
                return true;
            }
        });
    }

    /** Sees that all go on by themselves, and have what was acknowledged to them. */
    private static void recovers(Site site, Buyers buyers) throws Exception {
        buyers.acknowledge(100);
        buyers.finish();
        site.check();
        site.checkNothingIsLeftToDeliver();
        System.out.println(buyers.tally());
    }

    /** Somebody who waits in a line that stands still, and looks at this and that meanwhile. */
    private static final class Reader {

        private final Shop shop;
        private final Shop.User user;
        private final Concert concert;
        private final String token;

        Reader(Shop shop) {
            this.shop = shop;
            this.user = shop.user();
            this.concert = shop.admin().concert(1, 1, 1_000);
            shop.admin()
                    .send(
                            "PUT",
                            "/api/v1/admin/queues/" + concert.id(),
                            "{\"maxActive\":1,\"admissionsPerSecond\":1,\"paused\":true}")
                    .expect(200);
            this.token = user.join(concert).expect(201).text("token");
            user.charge(1).expect(201);
            await().until(() -> user.poll(token).text("position").equals("1"));
        }

        /** @param reads whether what the database only reads is still to be had */
        void asksFor(Duration duration, boolean reads) {
            var crowd = new Crowd();
            var end = System.nanoTime() + duration.toNanos();
            while (System.nanoTime() - end < 0) {
                var seen = Crowd.ask(10, () -> user.get("/api/v1/points/transactions"));
                if (reads) {
                    crowd.served(seen);
                } else {
                    crowd.servedOrRefused(seen);
                }
                crowd.servedOrRefused(Crowd.ask(10, () -> user.charge(1)));
                crowd.served(Crowd.ask(10, () -> user.poll(token)));
                shop.get("/actuator/health/readiness").expect(200);
            }
            assertThat(user.poll(token).text("position")).isEqualTo("1");
            System.out.println(crowd);
        }
    }
}
