package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

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
