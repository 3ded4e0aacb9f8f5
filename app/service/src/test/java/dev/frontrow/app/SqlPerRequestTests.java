package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.app.SqlRecorder.Recording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What each request of the flow costs the database. The driver sends {@code begin} along with the first statement, so a
 * request takes a round trip a statement, and one more a commit.
 */
@WholeService
class SqlPerRequestTests {

    private static final Logger log = LoggerFactory.getLogger(SqlPerRequestTests.class);

    private final Shop shop;
    final Map<String, Recording> recordings = new LinkedHashMap<>();

    SqlPerRequestTests(@LocalServerPort int port) {
        this.shop = new Shop(port);
    }

    @Test
    void isKnownForEachRequestOfTheFlow() {
        var concert = shop.admin().concert(1, 4, 1_000);
        var buyer = shop.user();
        var token = buyer.admitted(concert);
        var seats = buyer.freeSeats(concert, token);
        var path = "/api/v1/schedules/" + concert.scheduleId() + "/seats";
        record("list concerts", buyer, "GET", "/api/v1/concerts", null);
        record("poll", buyer, "GET", "/api/v1/queue-tokens/current", null, "Queue-Token", token);
        record("unusual poll", buyer, "GET", "/api/v1/queue-tokens/current?a=1", null, "Queue-Token", token);
        record("list seats", buyer, "GET", path, null, "Queue-Token", token);
        var reserve = """
                {"scheduleId":"%s","seatIds":["%s"]}
                """;
        var reserved = record(
                "reserve",
                buyer,
                "POST",
                "/api/v1/reservations",
                reserve.formatted(concert.scheduleId(), seats.getFirst()),
                "Queue-Token",
                token);
        var keyed = record(
                "reserve with a key",
                buyer,
                "POST",
                "/api/v1/reservations",
                reserve.formatted(concert.scheduleId(), seats.get(1)),
                "Queue-Token",
                token,
                "Idempotency-Key",
                "a-key");
        record("charge", buyer, "POST", "/api/v1/points/charges", "{\"amount\":5000}", "Idempotency-Key", "charge");
        record("pay", buyer, "POST", "/api/v1/payments/" + Shop.paymentId(reserved) + "/pay", null);
        record("pay again", buyer, "POST", "/api/v1/payments/" + Shop.paymentId(reserved) + "/pay", null);
        record("release", buyer, "DELETE", "/api/v1/reservations/" + keyed.text("id"), null);
        record("cancel", buyer, "POST", "/api/v1/reservations/" + reserved.text("id") + "/cancellation", null);

        recordings.forEach((name, sql) -> log.info(
                "{}: {} statements, {} commits, {} rollbacks{}",
                name,
                sql.statements.size(),
                sql.commits,
                sql.rollbacks,
                String.join(
                        "", sql.statements.stream().map(each -> "\n    " + each).toList())));
        var counted = new LinkedHashMap<String, List<Integer>>();
        recordings.forEach((name, sql) -> counted.put(name, List.of(sql.statements.size(), sql.commits)));
        assertThat(counted).containsEntry("poll", List.of(0, 0)).containsEntry("unusual poll", List.of(0, 0));
    }

    private Shop.Answer record(
            String name,
            Shop.User buyer,
            String method,
            String path,
            @org.jspecify.annotations.Nullable String body,
            String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of(SqlRecorder.HEADER, name));
        var answer = buyer.send(method, path, body, all.toArray(String[]::new));
        assertThat(answer.status()).as(name + ": " + answer.raw().body()).isLessThan(300);
        recordings.put(name, SqlRecorder.of(name));
        return answer;
    }
}
