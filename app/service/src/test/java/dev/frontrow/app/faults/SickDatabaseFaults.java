package dev.frontrow.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

    /** How long somebody holds a few rows. */
    private static final Duration HELD = Duration.ofSeconds(Integer.getInteger("faults.heldSeconds", 60));

    private static final int AT_ONCE = 200;
    private static final int THREADS_MORE_MAX = 100;

    @RegisterExtension
    static final OwnPostgres POSTGRES = new OwnPostgres();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path directory = Path.of("");

    static TcpProxy network;
    static SeparateService service;
    static Shop shop;
    static Concert concert;

    /** Read once: what is shown as free is as old as a second. */
    static Iterator<String> seats;

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
        seats = buyer.freeSeats(concert, buyer.admitted(concert)).iterator();
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
        // A service that has just started compiles while it answers, which says more of the machine than of the
        // database.
        for (int i = 0; i < 3; i++) {
            Crowd.ask(everybody());
        }
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
    void withWholeTablesLocked() throws IOException, SQLException {
        try (var owner = POSTGRES.source("frontrow").getConnection();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table point.account, queue.token, reservation.reservation");

            assertSick();

            owner.rollback();
        }
    }

    @Test
    void withTheEventsLockedNobodyPaysAndTheOthersGoOn() throws IOException, SQLException {
        var hold = hold(shop.user());
        try (var owner = POSTGRES.source("frontrow").getConnection();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table events.event_publication");

            assertHeld(
                    List.of(hold::pay),
                    List.of(() -> buyer.charge(1), () -> shop.user().join(concert)));

            owner.rollback();
        }
        hold.pay().expect(200);
    }

    @Test
    void withAnAccountALineAndASeatLockedThoseOfOthersGoOn() throws IOException, SQLException {
        var held = shop.user();
        held.charge(1).expect(201);
        var full = shop.admin().concert(1, 10, 1_000);
        var token = held.admitted(full);
        var seat = held.freeSeats(full, token).getFirst();
        var other = hold(shop.user());
        try (var owner = POSTGRES.source("frontrow").getConnection();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("select from point.account where user_id = '" + held.id + "' for update");
            statement.execute("select from queue.line_number where concert_id = '" + full.id() + "' for update");
            statement.execute("select from reservation.seat where id = " + seat + " for update");

            assertHeld(
                    List.of(
                            () -> held.charge(1),
                            () -> shop.user().join(full),
                            () -> held.reserve(full, token, List.of(seat), "Idempotency-Key", "held")),
                    List.of(() -> buyer.charge(1), () -> shop.user().join(concert), other::pay));

            owner.rollback();
        }
        held.charge(1).expect(201);
        shop.user().join(full).expect(201);
        // Whoever was refused may have been served in the end, by this key.
        held.reserve(full, token, List.of(seat), "Idempotency-Key", "held").expect(201);
    }

    /** For as long as it is sick, many ask at once and all are told so in time; polls are answered as ever. */
    private static void assertSick() throws IOException {
        assertTold(SICK, crowd -> crowd.refused(Crowd.ask(everybody())));
    }

    private static List<Supplier<Answer>> everybody() {
        var questions = new ArrayList<Supplier<Answer>>();
        questions.addAll(Collections.nCopies(AT_ONCE, () -> buyer.charge(1)));
        questions.addAll(Collections.nCopies(AT_ONCE / 4, () -> buyer.join(concert)));
        questions.addAll(Collections.nCopies(AT_ONCE / 4, () -> buyer.get("/api/v1/reservations")));
        return questions;
    }

    /** For as long as somebody holds it, whoever needs what is held is told so, and whoever does not is served, in time. */
    private static void assertHeld(List<Supplier<Answer>> needed, List<Supplier<Answer>> others) throws IOException {
        var questions = new ArrayList<Supplier<Answer>>();
        needed.forEach(question -> questions.addAll(Collections.nCopies(AT_ONCE / 20, question)));
        var refused = questions.size();
        others.forEach(question -> questions.addAll(Collections.nCopies(AT_ONCE / 20, question)));
        // Until it is known what is held, others may be decided together with it.
        new Crowd().servedOrRefused(Crowd.ask(questions));
        assertTold(HELD, crowd -> {
            var answers = Crowd.ask(questions);
            crowd.refused(answers.subList(0, refused));
            crowd.served(answers.subList(refused, answers.size()));
        });
    }

    private static void assertTold(Duration duration, Consumer<Crowd> ask) throws IOException {
        var crowd = new Crowd();
        var threads = threads();
        var end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() - end < 0) {
            for (var poll : Crowd.ask(50, () -> buyer.poll(waiting))) {
                assertThat(poll.answer().expect(200).text("position")).isEqualTo("1");
                assertThat(poll.after()).isLessThan(Duration.ofSeconds(1));
            }
            ask.accept(crowd);
            shop.get("/actuator/health/readiness").expect(200);
        }
        assertThat(threads()).isLessThan(threads + THREADS_MORE_MAX);
        assertThat(service.said()).doesNotContain("Incident");
        System.out.println(crowd);
    }

    private static double threads() {
        return Figures.of(shop, "jvm_threads_live_threads");
    }

    private static void buyATicket() {
        hold(shop.user()).pay().expect(200);
    }

    /** A seat that somebody holds, and can pay. */
    private static Hold hold(Shop.User user) {
        user.charge(1_000).expect(201);
        var token = user.admitted(concert);
        return new Hold(
                user,
                Shop.paymentId(
                        user.reserve(concert, token, List.of(seats.next())).expect(201)));
    }

    private record Hold(Shop.User user, String paymentId) {

        Answer pay() {
            return user.pay(paymentId);
        }
    }
}
