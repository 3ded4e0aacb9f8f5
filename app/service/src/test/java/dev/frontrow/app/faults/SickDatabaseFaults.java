package dev.frontrow.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.AtOnce;
import dev.frontrow.app.OwnPostgres;
import dev.frontrow.app.SeparateService;
import dev.frontrow.app.Shop;
import dev.frontrow.app.Shop.Answer;
import dev.frontrow.app.Shop.Concert;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service while its database is sick: whoever needs the database is told so soon, whoever waits in line sees nothing of it, and
 * all is well again once the database is, without a restart.
 */
class SickDatabaseFaults {

    /** How long the database is sick each time. */
    private static final Duration SICK = Duration.ofSeconds(Integer.getInteger("faults.sickSeconds", 10));

    /** What a client may have to wait for a refusal, and for the machine, which works hard meanwhile. */
    private static final Duration LIMIT = Duration.ofMillis(3_500);

    private static final int AT_ONCE = 200;
    private static final Pattern THREADS = Pattern.compile("(?m)^jvm_threads_live_threads\\S* ([0-9.]+)");
    private static final int THREADS_MORE_MAX = 100;

    @RegisterExtension
    static final OwnPostgres POSTGRES = new OwnPostgres();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path directory = Path.of("");

    static TcpProxy network;
    static SeparateService service;
    static Shop shop;
    static Concert concert;
    static Shop.User buyer;
    static String waiting;

    @BeforeAll
    static void start() throws IOException {
        POSTGRES.client("postgres").sql("create role frontrow login").update();
        POSTGRES.client("postgres")
                .sql("create database frontrow owner frontrow")
                .update();
        network = new TcpProxy(POSTGRES.port());
        service = SeparateService.ofTheseClasses(
                SeparateService.freePort(),
                directory,
                "--frontrow.demo.enabled=true",
                "--frontrow.queue.admission-interval=100ms",
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + network.port() + "/frontrow",
                "--spring.datasource.username=frontrow",
                "--spring.datasource.password=");
        shop = service.opened();
        concert = shop.admin().concert(10, 50, 1_000);
        buyer = shop.user();
        var paused = shop.admin().concert(1, 1, 1_000);
        shop.admin()
                .send(
                        "PUT",
                        "/api/v1/admin/queues/" + paused.id(),
                        "{\"maxActive\":1,\"admissionsPerSecond\":1,\"paused\":true}")
                .expect(200);
        waiting = buyer.join(paused).text("token");
        await().until(() -> buyer.poll(waiting).text("position").equals("1"));
        buyATicket();
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        network.close();
    }

    @AfterEach
    void allIsWellAgain() {
        network.heal();
        POSTGRES.client("postgres")
                .sql("alter role frontrow connection limit -1")
                .update();
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> buyer.charge(1).status() == 201);
        buyATicket();
        assertThat(shop.admin().integrity().path("ok").asBoolean(false)).isTrue();
    }

    @Test
    void unreachable() throws IOException {
        network.refuse();

        assertSick();
    }

    @Test
    void swallowingWhatItIsSent() throws IOException {
        network.swallow();

        assertSick();
    }

    @Test
    void answeringLate() throws IOException {
        network.delay(Duration.ofSeconds(3));

        assertSick();
    }

    @Test
    void outOfConnections() throws IOException {
        POSTGRES.client("postgres")
                .sql("alter role frontrow connection limit 0")
                .update();
        POSTGRES.client("postgres")
                .sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = 'frontrow'")
                .query((row, _) -> row.getInt(1))
                .single();

        assertSick();
    }

    @Test
    void lockedBySomebodyElse() throws IOException, SQLException {
        try (var owner = POSTGRES.source("frontrow").getConnection();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table point.account, queue.token, reservation.reservation");

            assertSick();

            owner.rollback();
        }
    }

    /** For as long as it is sick, many ask at once and all are told so in time; polls are answered as ever. */
    private static void assertSick() throws IOException {
        var threads = threads();
        var end = System.nanoTime() + SICK.toNanos();
        var slowest = Duration.ZERO;
        var refused = 0;
        while (System.nanoTime() - end < 0) {
            var questions = new ArrayList<Supplier<Answer>>();
            questions.addAll(Collections.nCopies(AT_ONCE, () -> buyer.charge(1)));
            questions.addAll(Collections.nCopies(AT_ONCE / 4, () -> buyer.join(concert)));
            questions.addAll(Collections.nCopies(AT_ONCE / 4, () -> buyer.get("/api/v1/reservations")));
            var polls = AtOnce.each(Collections.nCopies(50, waiting), token -> timed(() -> buyer.poll(token)));
            for (var answered : AtOnce.each(questions, SickDatabaseFaults::timed)) {
                answered.answer().refused(503, "unavailable");
                assertThat(answered.answer().raw().headers().firstValue("Retry-After"))
                        .isPresent();
                assertThat(answered.after())
                        .as(answered.answer().raw().uri().toString())
                        .isLessThan(LIMIT);
                slowest = answered.after().compareTo(slowest) > 0 ? answered.after() : slowest;
                refused++;
            }
            for (var poll : polls) {
                assertThat(poll.answer().expect(200).text("position")).isEqualTo("1");
                assertThat(poll.after()).isLessThan(Duration.ofSeconds(1));
            }
            shop.get("/actuator/health/readiness").expect(200);
        }
        assertThat(threads()).isLessThan(threads + THREADS_MORE_MAX);
        assertThat(service.said()).doesNotContain("Incident");
        System.out.printf("%d refused, the slowest after %d ms%n", refused, slowest.toMillis());
    }

    private record Timed(Answer answer, Duration after) {}

    private static Timed timed(Supplier<Answer> request) {
        var began = System.nanoTime();
        return new Timed(request.get(), Duration.ofNanos(System.nanoTime() - began));
    }

    private static double threads() {
        var found = THREADS.matcher(
                shop.send("GET", "/actuator/prometheus", null, Map.of()).raw().body());
        assertThat(found.find()).isTrue();
        return Double.parseDouble(found.group(1));
    }

    private static void buyATicket() {
        var user = shop.user();
        user.charge(1_000).expect(201);
        var token = user.admitted(concert);
        var seat = user.freeSeats(concert, token).getFirst();
        var reservation = user.reserve(concert, token, List.of(seat)).expect(201);
        user.pay(Shop.paymentId(reservation)).expect(200);
    }
}
