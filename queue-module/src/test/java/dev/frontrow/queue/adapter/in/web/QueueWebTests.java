package dev.frontrow.queue.adapter.in.web;

import static dev.frontrow.queue.TestQueue.ANN;
import static dev.frontrow.queue.TestQueue.user;
import static dev.frontrow.queue.TestQueue.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.TestQueue;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.application.port.in.GiveUpPlace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class QueueWebTests {

    private static final String TOKENS = "/api/v1/queue-tokens";
    private static final String CURRENT = "/api/v1/queue-tokens/current";

    private final MockMvcTester mvc;
    private final AdmitWaiting admit;
    private final GiveUpPlace giveUp;
    private final EventStreams streams;
    private final TestQueue queue;

    QueueWebTests(MockMvcTester mvc, AdmitWaiting admit, GiveUpPlace giveUp, EventStreams streams, TestQueue queue) {
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
    void answers201AndThen200WithTheSameToken() {
        var concert = queue.openConcert();

        var created = join("ann", "{\"concertId\":\"" + concert + "\"}");
        var found = join("ann", "{\"concertId\":\"" + concert + "\"}");

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
        assertThat(join("ann", body)).hasStatus(400);
    }

    @Test
    void answers404ToAConcertThatIsNoneAndToOneThatCanBeNone() {
        refused(join("ann", "{\"concertId\":\"" + UUID.randomUUID() + "\"}"), 404, "concert-not-found");
        refused(join("ann", "{\"concertId\":\"x\\u0000\"}"), 404, "concert-not-found");
        refused(join("ann", "{\"concertId\":\"\"}"), 404, "concert-not-found");
    }

    @Test
    void answers409WhileNoSaleIsOpen() {
        var next = window(Duration.ofHours(1), Duration.ofHours(2));
        var upcoming = queue.concert(next);
        var closed = queue.concert(window(Duration.ofHours(-2), Duration.ofHours(-1)));

        var early = join("ann", "{\"concertId\":\"" + upcoming + "\"}");
        refused(early, 409, "sale-not-open");
        assertThat(text(early)).contains("\"salesOpenAt\":\"" + next.opensAt() + "\"");
        var late = join("ann", "{\"concertId\":\"" + closed + "\"}");
        refused(late, 409, "sale-not-open");
        assertThat(text(late)).contains("\"salesOpenAt\":null");
    }

    @Test
    void answersWhereATokenStandsWithoutALogin() {
        var concert = queue.fastLine(1);
        var tokens = queue.tokens(concert, 2);
        admit.admit();

        var active = mvc.get().uri(CURRENT).header("Queue-Token", tokens.get(0)).exchange();
        assertThat(active).hasStatusOk().hasHeader("Cache-Control", "no-store").doesNotContainHeader("Retry-After");
        assertThat(text(active)).contains("\"status\":\"ACTIVE\"", "\"position\":null", "\"expiresAt\":\"20");
        var waiting =
                mvc.get().uri(CURRENT).header("Queue-Token", tokens.get(1)).exchange();
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

        refused(delete("bob", token), 403, "queue-token-invalid");
        refused(mvc.delete().uri(CURRENT).principal(() -> "ann").exchange(), 403, "queue-token-required");
        assertThat(delete("ann", token)).hasStatus(204);
        assertThat(delete("ann", token)).hasStatus(204);
        assertThat(text(mvc.get().uri(CURRENT).header("Queue-Token", token).exchange()))
                .contains("\"status\":\"EXPIRED\"", "\"reason\":\"GIVEN_UP\"");
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

    @Test
    void showsAndChangesALine() {
        var concert = queue.openConcert();
        queue.tokens(concert, 3);

        var before = mvc.get().uri("/api/v1/admin/queues/" + concert).exchange();
        assertThat(before).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"concertId":"%s","maxActive":1000,"admissionsPerSecond":100,"paused":false,"waiting":3,"active":0,
                 "admittedTotal":0,"expiredTotal":0,"completedTotal":0}""".formatted(concert));
        var changed = put(concert.toString(), "{\"maxActive\":2,\"admissionsPerSecond\":50,\"paused\":false}");
        assertThat(changed).hasStatusOk().bodyJson().extractingPath("maxActive").isEqualTo(2);
        admit.admit();

        assertThat(mvc.get().uri("/api/v1/admin/queues/" + concert).exchange())
                .bodyJson()
                .isLenientlyEqualTo("""
                {"maxActive":2,"admissionsPerSecond":50,"waiting":1,"active":2,"admittedTotal":2}""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"maxActive\":1,\"admissionsPerSecond\":1}",
                "{\"maxActive\":-1,\"admissionsPerSecond\":1,\"paused\":false}",
                "{\"maxActive\":1,\"admissionsPerSecond\":2147483648,\"paused\":false}",
                "{\"maxActive\":1,\"admissionsPerSecond\":null,\"paused\":false}"
            })
    void answers400ToSettingsThatAreNone(String body) {
        assertThat(put(queue.openConcert().toString(), body)).hasStatus(400);
    }

    @Test
    void namesTheVersionOfTheSettingsWhichTrafficDoesNotChange() {
        var concert = queue.fastLine(1);
        var first = figures(concert);
        assertThat(first.getResponse().getHeader("ETag")).matches("\"[0-9]+\"");

        queue.tokens(concert, 2);
        admit.admit();

        assertThat(figures(concert)).hasHeader("ETag", tag(first));
        assertThat(mvc.get()
                        .uri("/api/v1/admin/queues/" + concert)
                        .header("If-None-Match", tag(first))
                        .exchange())
                .as("the figures may have changed")
                .hasStatusOk();
    }

    @Test
    void changesWhatIsNamedAndLeavesTheRest() {
        var concert = queue.openConcert();
        put(concert.toString(), "{\"maxActive\":2,\"admissionsPerSecond\":50,\"paused\":true}");
        var before = figures(concert);

        var raised = patch(concert, "{\"maxActive\":3}");

        assertThat(raised).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"maxActive":3,"admissionsPerSecond":50,"paused":true}""");
        assertThat(tag(raised)).isNotEqualTo(tag(before)).isEqualTo(tag(figures(concert)));
        var slowed = mvc.patch()
                .uri("/api/v1/admin/queues/" + concert)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"admissionsPerSecond\":0,\"paused\":false}")
                .exchange();
        assertThat(slowed).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"maxActive":3,"admissionsPerSecond":0,"paused":false}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"maxActive\":1000}", "{\"paused\":false,\"admissionsPerSecond\":100}"})
    void keepsTheVersionWhereNothingChanges(String nothing) {
        var concert = queue.openConcert();
        var before = figures(concert);

        assertThat(patch(concert, nothing)).hasStatusOk().hasHeader("ETag", tag(before));
        assertThat(figures(concert)).hasHeader("ETag", tag(before));
    }

    @Test
    void changesNothingThatIsNotAsTheAdminSawIt() {
        var concert = queue.openConcert();
        var seen = tag(figures(concert));
        var body = "{\"maxActive\":7,\"admissionsPerSecond\":7,\"paused\":true}";
        assertThat(patch(concert, "{\"maxActive\":5}", seen)).hasStatusOk();

        refused(patch(concert, "{\"maxActive\":6}", seen), 412, "precondition-failed");
        refused(patch(concert, "{}", seen), 412, "precondition-failed");
        refused(put(concert.toString(), body, seen), 412, "precondition-failed");
        refused(patch(concert, "{\"maxActive\":6}", "W/" + tag(figures(concert))), 412, "precondition-failed");
        assertThat(figures(concert)).bodyJson().extractingPath("maxActive").isEqualTo(5);

        assertThat(put(concert.toString(), body, seen + ", " + tag(figures(concert))))
                .hasStatusOk();
        assertThat(patch(concert, "{\"maxActive\":8}", "*")).hasStatusOk();
    }

    @Test
    void letsOneOfTwoAdminsWinWhoHaveSeenTheSame() {
        var concert = queue.openConcert();
        var seen = tag(figures(concert));

        var answers = AtOnce.each(
                List.of(11, 12, 13, 14),
                cap -> patch(concert, "{\"maxActive\":" + cap + "}", seen)
                        .getResponse()
                        .getStatus());

        assertThat(answers).containsExactlyInAnyOrder(200, 412, 412, 412);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"maxActive\":null}",
                "{\"paused\":null}",
                "{\"maxActive\":-1}",
                "{\"maxActive\":\"1\"}",
                "{\"maxActive\":1.0}",
                "{\"admissionsPerSecond\":2147483648}",
                "{\"paused\":0}",
                "{\"maxActive\":1,\"maxActive\":1}",
                "{\"waiting\":1}"
            })
    void answers400ToChangesThatAreNone(String body) {
        var concert = queue.openConcert();
        var before = figures(concert);

        refused(patch(concert, body), 400, "invalid-request");
        assertThat(figures(concert)).hasHeader("ETag", tag(before));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1", "\"1", "\"1\" \"2\"", "*,\"1\"", "w/\"1\"", ","})
    void answers400ToAnIfMatchThatIsNoEntityTag(String ifMatch) {
        refused(patch(queue.openConcert(), "{\"maxActive\":1}", ifMatch), 400, "invalid-request");
    }

    @Test
    void answers404ToTheLineOfNoConcert() {
        var settings = "{\"maxActive\":2,\"admissionsPerSecond\":50,\"paused\":false}";
        refused(patch(new ConcertId(UUID.randomUUID()), "{}", "\"x\""), 404, "concert-not-found");
        for (var id : List.of(new ConcertId(UUID.randomUUID()).toString(), "x")) {
            refused(mvc.get().uri("/api/v1/admin/queues/" + id).exchange(), 404, "concert-not-found");
            refused(put(id, settings), 404, "concert-not-found");
        }
    }

    private MvcTestResult join(String user, String body) {
        return mvc.post()
                .uri(TOKENS)
                .principal(() -> user)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult delete(String user, String token) {
        return mvc.delete()
                .uri(CURRENT)
                .principal(() -> user)
                .header("Queue-Token", token)
                .exchange();
    }

    private MvcTestResult put(String concert, String body) {
        return mvc.put()
                .uri("/api/v1/admin/queues/" + concert)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult put(String concert, String body, String ifMatch) {
        return mvc.put()
                .uri("/api/v1/admin/queues/" + concert)
                .contentType(MediaType.APPLICATION_JSON)
                .header("If-Match", ifMatch)
                .content(body)
                .exchange();
    }

    private MvcTestResult figures(ConcertId concert) {
        return mvc.get().uri("/api/v1/admin/queues/" + concert).exchange();
    }

    private static String tag(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getHeader("ETag"));
    }

    private MvcTestResult patch(ConcertId concert, String body, String... ifMatch) {
        var request = mvc.patch()
                .uri("/api/v1/admin/queues/" + concert)
                .contentType("application/merge-patch+json")
                .content(body);
        return (ifMatch.length == 0 ? request : request.header("If-Match", ifMatch[0])).exchange();
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
                .atMost(Duration.ofSeconds(5))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(text(stream)).contains(parts));
    }

    private static void refused(MvcTestResult result, int status, String code) {
        assertThat(result).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(text(result)).contains("\"code\":\"" + code + "\"");
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
