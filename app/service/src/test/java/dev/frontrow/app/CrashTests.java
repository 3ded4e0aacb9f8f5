package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.AtOnce;
import dev.frontrow.FrontrowApplication;
import dev.frontrow.app.Shop.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The service on its own embedded database, killed in the middle of work. */
class CrashTests {

    @TempDir(cleanup = CleanupMode.NEVER)
    Path directory;

    @Nullable
    SeparateService running;

    @AfterEach
    void stopTheService() throws InterruptedException {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void keepsWhatItAnsweredWhenItIsKilledAndStartedAgain() throws Exception {
        var service = start();
        var shop = service.opened();
        var admin = shop.admin();
        var concert = admin.concert(10, 20, 1_000);
        var reserved = new ConcurrentHashMap<String, Answer>();
        var paid = new ConcurrentHashMap<String, String>();
        var buyers = new ConcurrentHashMap<String, Shop.User>();
        var dead = new AtomicBoolean();
        var next = new AtomicInteger();
        var observer = shop.user();
        var seats = observer.freeSeats(concert, observer.admitted(concert));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 8; i++) {
                threads.submit(() -> {
                    while (!dead.get() && next.get() < seats.size()) {
                        try {
                            var buyer = shop.user();
                            buyers.put(buyer.id, buyer);
                            var token = buyer.admitted(concert);
                            if (buyer.charge(1_000).status() != 201) {
                                continue;
                            }
                            var seat = seats.get(next.getAndIncrement());
                            var answer = buyer.reserve(concert, token, List.of(seat));
                            if (answer.status() == 201) {
                                reserved.put(buyer.id, answer);
                                if (buyer.pay(Shop.paymentId(answer)).status() == 200) {
                                    paid.put(buyer.id, Shop.paymentId(answer));
                                }
                            }
                        } catch (UncheckedIOException | org.awaitility.core.ConditionTimeoutException killed) {
                            return;
                        }
                    }
                });
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> paid.size() >= 12);
            service.kill();
            dead.set(true);
        }

        var again = start().opened();

        assertThat(paid).hasSizeGreaterThanOrEqualTo(12);
        reserved.forEach((userId, answer) -> {
            var found = again.user(userId).reservation(answer.text("id")).expect(200);
            if (paid.containsKey(userId)) {
                assertThat(found.text("status")).isEqualTo("CONFIRMED");
            } else {
                assertThat(found.text("status")).isIn("PENDING_PAYMENT", "CONFIRMED");
                again.user(userId).pay(Shop.paymentId(answer)).expect(200);
            }
            assertThat(again.user(userId).balance()).isZero();
        });
        assertThat(again.admin().integrity().path("ok").asBoolean(false)).isTrue();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(again.send("GET", "/actuator/prometheus", null, Map.of())
                                .raw()
                                .body())
                        .containsPattern("frontrow_events_incomplete(\\{.*})? 0\\.0"));
    }

    @Test
    void refundsACancelledShowOnceThoughItIsKilledMeanwhile() throws Exception {
        var service = start();
        var shop = service.opened();
        var admin = shop.admin();
        var concert = admin.concert(1, 160, 1_000);
        var observer = shop.user();
        var seats = observer.freeSeats(concert, observer.admitted(concert));
        var buyers = new ConcurrentHashMap<String, String>();
        AtOnce.each(seats.stream().gather(Gatherers.windowFixed(20)).toList(), some -> {
            for (var seat : some) {
                var buyer = shop.user();
                var token = buyer.admitted(concert);
                buyer.charge(1_000).expect(201);
                var reserved = buyer.reserve(concert, token, List.of(seat)).expect(201);
                buyer.pay(Shop.paymentId(reserved)).expect(200);
                buyers.put(buyer.id, seat);
            }
            return some.size();
        });
        admin.cancelShow(concert, "Rain").expect(202);
        await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> refundsOf(concert, admin).path("refundsDone").asInt() > 0);
        service.kill();

        var again = start().opened();

        var adminAgain = again.admin();
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        refundsOf(concert, adminAgain).path("status").asString().equals("DONE"));
        assertThat(refundsOf(concert, adminAgain).path("refundsDone").asInt()).isEqualTo(160);
        assertThat(refundsOf(concert, adminAgain).path("pointsReturned").asLong())
                .isEqualTo(160_000);
        assertThat(buyers.keySet())
                .hasSize(160)
                .allSatisfy(buyer -> assertThat(again.user(buyer).balance()).isEqualTo(1_000));
        assertThat(again.admin().integrity().path("ok").asBoolean(false)).isTrue();
    }

    private static JsonNode refundsOf(Shop.Concert concert, Shop.Admin admin) {
        return admin.send("GET", "/api/v1/admin/schedules/" + concert.scheduleId() + "/cancellation", null)
                .expect(200)
                .body();
    }

    private SeparateService start() throws IOException {
        running = SeparateService.run(
                directory,
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FrontrowApplication.class.getName()),
                "--frontrow.queue.admission-interval=100ms",
                "--frontrow.queue.admissions-per-second=1000");
        return running;
    }
}
