package dev.frontrow.queue.adapter.in.web;

import static dev.frontrow.queue.adapter.in.web.QueueClient.refused;
import static dev.frontrow.queue.adapter.in.web.QueueClient.tag;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.TestQueue;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What admins see and set of a line. */
@ModuleTest
class QueueAdminWebTests {

    private final MockMvcTester mvc;
    private final AdmitWaiting admit;
    private final TestQueue queue;

    QueueAdminWebTests(MockMvcTester mvc, AdmitWaiting admit, TestQueue queue) {
        this.mvc = mvc;
        this.admit = admit;
        this.queue = queue;
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

    private MvcTestResult patch(ConcertId concert, String body, String... ifMatch) {
        var request = mvc.patch()
                .uri("/api/v1/admin/queues/" + concert)
                .contentType("application/merge-patch+json")
                .content(body);
        return (ifMatch.length == 0 ? request : request.header("If-Match", ifMatch[0])).exchange();
    }
}
