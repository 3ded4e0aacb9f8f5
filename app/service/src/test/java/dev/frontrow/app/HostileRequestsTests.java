package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.app.edge.Http.Answer;
import dev.frontrow.app.hostile.HostileRequest;
import dev.frontrow.app.hostile.HostileRequests;
import dev.frontrow.app.hostile.HostileRequests.Known;
import dev.frontrow.app.hostile.TableSums;
import dev.frontrow.app.hostile.Wire;
import dev.frontrow.app.openapi.Operation;
import dev.frontrow.edge.problem.ProblemCatalogue;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Thousands of requests that mean harm, for every operation of the OpenAPI document: none is an error of ours, tells how the service
 * is made, or changes anything unless it is accepted. {@code ./mvnw -Phostile test} sends many more of them.
 */
@WholeService
class HostileRequestsTests {

    private static final Logger log = LoggerFactory.getLogger(HostileRequestsTests.class);

    private static final int REQUESTS = Integer.getInteger("hostile.requests", 600);
    private static final long SEED = Long.getLong("hostile.seed", 1);
    private static final int BATCH = 100;
    private static final int SENDERS = 4;

    private static final Pattern LEAK = Pattern.compile(
            "\\bat [\\w.$]+\\([\\w]+\\.java|Exception\\b|\\b(java|jakarta|org|com|tools|dev)\\.[a-z]+\\.[\\w.]*[A-Z]\\w+"
                    + "|\\b(?i:select .+ from|insert into|update \\w+\\.\\w+ set|SQLSTATE|PSQL|postgres|tomcat|hikari|jackson)\\b");

    private final int port;
    private final Shop shop;
    private final ProblemCatalogue catalogue;
    private final TableSums tables;
    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();

    HostileRequestsTests(@LocalServerPort int port, ProblemCatalogue catalogue, JdbcClient jdbc) {
        this.port = port;
        this.catalogue = catalogue;
        this.tables = new TableSums(jdbc);
        this.shop = new Shop(port);
    }

    @Test
    void areRefusedWithoutATraceOrAnswered() {
        var operations = Operation.of(shop.get("/v3/api-docs").expect(200).body());
        var requests = new HostileRequests(operations, known(), SEED);
        for (var made = 0; made < REQUESTS; made += BATCH) {
            changeNothingUnlessAccepted(
                    Stream.generate(requests::next).limit(BATCH).toList());
        }

        assertThat(shop.admin().integrity().path("ok").asBoolean()).isTrue();
        log.info("hostile requests of seed {}, by status: {}", SEED, statuses);
    }

    /** A shop at work: a line that moves and one that does not, and somebody who is in both, has a ticket and bought one. */
    private Known known() {
        var admin = shop.admin();
        var moving = admin.concert(5, 10, 1_000);
        var still = admin.concert(1, 2, 1_000);
        admin.send("PATCH", "/api/v1/admin/queues/" + still.id(), "{\"paused\":true}")
                .expect(200);
        var user = shop.user();
        var other = shop.user();
        var active = user.admitted(moving);
        var seats = user.freeSeats(moving, active);
        var paid = user.reserve(moving, active, seats.subList(0, 1)).expect(201);
        user.charge(100_000).expect(201);
        user.pay(Shop.paymentId(paid)).expect(200);
        // Whoever joins a moment before that gets the place that is about to end.
        await().until(() -> user.poll(active).text("status").equals("EXPIRED"));
        var others = other.admitted(moving);
        var held = other.reserve(moving, others, seats.subList(1, 2)).expect(201);
        var ended = other.join(still).text("token");
        other.send("DELETE", "/api/v1/queue-tokens/current", null, "Queue-Token", ended)
                .expect(204);
        return new Known(
                Map.of(
                        "concertId", List.of(moving.id(), still.id()),
                        "scheduleId", List.of(moving.scheduleId(), still.scheduleId()),
                        "seatId", seats,
                        "id",
                                List.of(
                                        paid.text("id"),
                                        Shop.paymentId(paid),
                                        held.text("id"),
                                        Shop.paymentId(held),
                                        moving.id())),
                "Bearer " + user.accessToken,
                "Bearer " + admin.accessToken,
                List.of(
                        "",
                        "Bearer",
                        "Bearer a.b.c",
                        "Basic YTpi",
                        "Bearer " + user.accessToken.substring(1),
                        "Bearer " + user.accessToken + ", Bearer " + admin.accessToken,
                        "bearer  " + user.accessToken + " ",
                        "Bearer " + other.accessToken,
                        "Bearer " + admin.accessToken),
                List.of(user.admitted(moving), others, user.join(still).text("token"), ended));
    }

    /** Sends them; where accepted ones changed something, all others again, since what either changed can't be told apart. */
    private void changeNothingUnlessAccepted(List<HostileRequest> batch) {
        var before = tables.take();
        var refused = refused(batch);
        var after = tables.take();
        if (refused.size() == batch.size()) {
            assertThat(after)
                    .as(() -> "what refused requests changed: " + refused)
                    .isEqualTo(before);
        } else if (!after.equals(before)) {
            changeNothingUnlessAccepted(refused);
        }
    }

    private List<HostileRequest> refused(List<HostileRequest> batch) {
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            var sent = batch.stream()
                    .map(request -> CompletableFuture.supplyAsync(() -> refused(request), senders))
                    .toList();
            return sent.stream().flatMap(each -> each.join().stream()).toList();
        }
    }

    private Optional<HostileRequest> refused(HostileRequest request) {
        try (var wire = new Wire(port)) {
            var answer = wire.say(request.bytes()).answer();
            statuses.merge(answer.status(), 1, Integer::sum);
            assertIsOurs(request, answer);
            return answer.status() < 300 && request.changesSomething() ? Optional.empty() : Optional.of(request);
        } catch (IOException | RuntimeException failed) {
            throw new AssertionError("no answer to " + request, failed);
        }
    }

    private void assertIsOurs(HostileRequest request, Answer answer) {
        Supplier<String> what = () -> request + "\n-> " + answer;
        assertThat(answer.status()).as(what).isLessThan(500);
        assertThat(LEAK.matcher(answer.headers() + answer.body()).find())
                .as(what)
                .isFalse();
        if (answer.status() >= 400 && !request.method().equals("HEAD")) {
            assertThat(catalogue.find(answer.problem())).as(what).isPresent();
            assertThat(answer.json().required("instance").isString()).as(what).isTrue();
        }
        if (request.itself()) {
            assertThat(request.operation().description().path("responses").propertyNames())
                    .as(what)
                    .contains(Integer.toString(answer.status()));
        }
    }
}
