package dev.frontrow.queue.adapter.in.web;

import static dev.frontrow.queue.TestQueue.ANN;
import static dev.frontrow.queue.TestQueue.window;
import static dev.frontrow.queue.adapter.in.web.QueueClient.CURRENT;
import static dev.frontrow.queue.adapter.in.web.QueueClient.refused;
import static dev.frontrow.queue.adapter.in.web.QueueClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.queue.TestQueue;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Joining a line, asking where one stands, giving up. */
@ModuleTest
class QueueTokenWebTests {

    private final MockMvcTester mvc;
    private final AdmitWaiting admit;
    private final TestQueue queue;
    private final QueueClient client;

    QueueTokenWebTests(MockMvcTester mvc, AdmitWaiting admit, TestQueue queue, QueueClient client) {
        this.mvc = mvc;
        this.admit = admit;
        this.queue = queue;
        this.client = client;
    }

    @Test
    void answers201AndThen200WithTheSameToken() {
        var concert = queue.openConcert();

        var created = client.join("ann", "{\"concertId\":\"" + concert + "\"}");
        var found = client.join("ann", "{\"concertId\":\"" + concert + "\"}");

        assertThat(created).hasStatus(201).hasHeader("Location", CURRENT).hasHeader("Cache-Control", "no-store");
        assertThat(found).hasStatus(200).doesNotContainHeader("Location").hasHeader("Retry-After", "1");
        assertThat(text(found)).isEqualTo(text(created));
        assertThat(created).bodyJson().isLenientlyEqualTo("""
                {"concertId":"%s","status":"WAITING","position":1,"estimatedWaitSeconds":null,"paused":false,
                 "pollAfterSeconds":1,"expiresAt":null,"reason":null,"seats":null}""".formatted(concert));
        assertThat(text(created)).contains("\"token\":", "\"issuedAt\":\"20", "\"reason\":null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"concertId\":null}",
                "{\"concertId\":5}",
                "{\"concertId\":true}",
                "{\"concertId\":[]}",
                "",
                "["
            })
    void answers400ToABodyThatNamesNoConcert(String body) {
        assertThat(client.join("ann", body)).hasStatus(400);
    }

    @Test
    void answers404ToAConcertThatIsNoneAndToOneThatCanBeNone() {
        refused(client.join("ann", "{\"concertId\":\"" + UUID.randomUUID() + "\"}"), 404, "concert-not-found");
        refused(client.join("ann", "{\"concertId\":\"x\\u0000\"}"), 404, "concert-not-found");
        refused(client.join("ann", "{\"concertId\":\"\"}"), 404, "concert-not-found");
    }

    @Test
    void answers409WhileNoSaleIsOpen() {
        var next = window(Duration.ofHours(1), Duration.ofHours(2));
        var upcoming = queue.concert(next);
        var closed = queue.concert(window(Duration.ofHours(-2), Duration.ofHours(-1)));

        var early = client.join("ann", "{\"concertId\":\"" + upcoming + "\"}");
        refused(early, 409, "sale-not-open");
        assertThat(text(early)).contains("\"salesOpenAt\":\"" + next.opensAt() + "\"");
        var late = client.join("ann", "{\"concertId\":\"" + closed + "\"}");
        refused(late, 409, "sale-not-open");
        assertThat(text(late)).contains("\"salesOpenAt\":null");
    }

    @Test
    void answersWhereATokenStandsWithoutALogin() {
        var concert = queue.fastLine(1);
        var tokens = queue.tokens(concert, 2);
        admit.admit();

        var active = client.poll(tokens.get(0));
        assertThat(active).hasStatusOk().hasHeader("Cache-Control", "no-store").doesNotContainHeader("Retry-After");
        assertThat(text(active)).contains("\"status\":\"ACTIVE\"", "\"position\":null", "\"expiresAt\":\"20");
        var waiting = client.poll(tokens.get(1));
        assertThat(waiting).hasStatusOk().hasHeader("Retry-After", "1");
        assertThat(text(waiting)).contains("\"status\":\"WAITING\"", "\"position\":1", tokens.get(1));
    }

    @Test
    void refusesToTellWithoutAValidToken() {
        var token = queue.token(ANN, queue.openConcert());

        for (var path : List.of(CURRENT, CURRENT + "/events")) {
            refused(mvc.get().uri(path).exchange(), 403, "queue-token-required");
            refused(mvc.get().uri(path).header("Queue-Token", "").exchange(), 403, "queue-token-required");
            refused(mvc.get().uri(path).header("Queue-Token", token + "=").exchange(), 403, "queue-token-invalid");
            refused(mvc.get().uri(path).header("Queue-Token", token, token).exchange(), 403, "queue-token-invalid");
        }
    }

    @Test
    void givesUpAPlaceOfThisUserAlone() {
        var token = queue.token(ANN, queue.openConcert());

        refused(client.giveUp("bob", token), 403, "queue-token-invalid");
        refused(mvc.delete().uri(CURRENT).principal(() -> "ann").exchange(), 403, "queue-token-required");
        assertThat(client.giveUp("ann", token)).hasStatus(204);
        assertThat(client.giveUp("ann", token)).hasStatus(204);
        assertThat(text(client.poll(token))).contains("\"status\":\"EXPIRED\"", "\"reason\":\"GIVEN_UP\"");
    }
}
