package dev.frontrow.queue.adapter.in.web;

import static dev.frontrow.queue.TestQueue.ANN;
import static dev.frontrow.queue.TestQueue.user;
import static dev.frontrow.queue.adapter.in.web.QueueClient.CURRENT;
import static dev.frontrow.queue.adapter.in.web.QueueClient.refused;
import static dev.frontrow.queue.adapter.in.web.QueueClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.queue.TestQueue;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.application.port.in.GiveUpPlace;
import java.time.Duration;
import java.util.ArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Hearing where one stands. */
@ModuleTest
class EventStreamWebTests {

    private final MockMvcTester mvc;
    private final AdmitWaiting admit;
    private final GiveUpPlace giveUp;
    private final EventStreams streams;
    private final TestQueue queue;

    EventStreamWebTests(
            MockMvcTester mvc, AdmitWaiting admit, GiveUpPlace giveUp, EventStreams streams, TestQueue queue) {
        this.mvc = mvc;
        this.admit = admit;
        this.giveUp = giveUp;
        this.streams = streams;
        this.queue = queue;
    }

    @AfterEach
    void endStreams() {
        streams.stop();
        streams.start();
    }

    @Test
    void streamsThePositionTheAdmissionAndTheEnd() {
        var concert = queue.fastLine(1);
        var tokens = queue.tokens(concert, 2);

        var stream = listen(tokens.get(1));
        assertThat(stream.getResponse().getContentType()).startsWith("text/event-stream");
        assertThat(stream).hasHeader("Cache-Control", "no-store").hasHeader("X-Accel-Buffering", "no");
        heard(stream, "event:position\ndata:{", "\"position\":2");

        giveUp.giveUp(tokens.get(0), user(1));
        heard(stream, "\"position\":1");
        admit.admit();
        heard(stream, "event:admitted\ndata:{", "\"status\":\"ACTIVE\"");
        giveUp.giveUp(tokens.get(1), user(2));
        heard(stream, "event:expired\ndata:{", "\"reason\":\"GIVEN_UP\"");

        Awaitility.await().untilAsserted(() -> assertThat(streams.openCount()).isZero());
    }

    @Test
    void beginsAnActiveTokensStreamWithItsAdmission() {
        var concert = queue.fastLine(1);
        var token = queue.token(ANN, concert);
        admit.admit();

        heard(listen(token), "event:admitted");
    }

    @Test
    void opensNoStreamForAnEndedToken() {
        var token = queue.token(ANN, queue.openConcert());
        giveUp.giveUp(token, ANN);

        assertThat(mvc.get()
                        .uri(CURRENT + "/events")
                        .header("Queue-Token", token)
                        .exchange())
                .hasStatus(204);
    }

    @Test
    void refusesMoreStreamsThanItTakesWithAProblem() {
        var tokens = queue.tokens(queue.openConcert(), 4);
        var open = new ArrayList<MvcTestResult>();
        for (int i = 0; i < 3; i++) {
            open.add(listen(tokens.get(i)));
        }
        var token = tokens.get(3);

        refused(head(token), 503, "too-many-streams");
        var refused = mvc.get()
                .uri(CURRENT + "/events")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .header("Queue-Token", token)
                .exchange();

        refused(refused, 503, "too-many-streams");
        assertThat(refused).containsHeader("Retry-After");
        assertThat(open).hasSize(3);
    }

    @Test
    void endsTheOldestOfATokensStreamsWhenAFourthIsOpened() {
        var token = queue.token(ANN, queue.openConcert());
        var oldest = listen(token);
        heard(oldest, "event:position");
        for (int i = 0; i < 3; i++) {
            heard(listen(token), "event:position");
        }

        heard(oldest, "event:replaced\ndata:{", "\"status\":\"WAITING\"");
        assertThat(streams.openCount()).isEqualTo(3);
    }

    @Test
    void opensNoStreamOnceItStops() {
        var token = queue.token(ANN, queue.openConcert());
        streams.stop();

        var refused = mvc.get()
                .uri(CURRENT + "/events")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .header("Queue-Token", token)
                .exchange();

        refused(refused, 503, "unavailable");
        assertThat(refused).containsHeader("Retry-After");
        refused(head(token), 503, "unavailable");
        assertThat(streams.openCount()).isZero();
    }

    @Test
    void answersAHeadWithoutOpeningAStream() {
        var token = queue.token(ANN, queue.openConcert());

        var head = head(token);

        assertThat(head).hasStatusOk().hasHeader("Cache-Control", "no-store").hasHeader("X-Accel-Buffering", "no");
        assertThat(head.getResponse().getContentType()).startsWith("text/event-stream");
        assertThat(head.getRequest().isAsyncStarted()).isFalse();
        assertThat(streams.openCount()).isZero();
        giveUp.giveUp(token, ANN);
        assertThat(head(token)).hasStatus(204);
        refused(mvc.head().uri(CURRENT + "/events").exchange(), 403, "queue-token-required");
    }

    private MvcTestResult head(String token) {
        return mvc.head()
                .uri(CURRENT + "/events")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .header("Queue-Token", token)
                .exchange();
    }

    private MvcTestResult listen(String token) {
        return mvc.get()
                .uri(CURRENT + "/events")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .header("Queue-Token", token)
                .asyncExchange();
    }

    private static void heard(MvcTestResult stream, String... parts) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(text(stream)).contains(parts));
    }
}
