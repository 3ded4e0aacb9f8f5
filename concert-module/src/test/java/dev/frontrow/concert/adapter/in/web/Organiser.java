package dev.frontrow.concert.adapter.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.concert.StoredConcerts;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What organisers send to publish concerts and to change them, and how the answers read. */
@Component
record Organiser(MockMvcTester http, StoredConcerts stored) {

    static final String CONCERTS = "/api/v1/admin/concerts";

    static final String SECTION = """
            {"name":"A","rows":5,"seatsPerRow":10,"price":80000}""";
    static final String SCHEDULE = """
            {"startsAt":"2026-12-24T10:00:00Z","salesOpenAt":"2026-11-01T01:00:00Z",\
            "salesCloseAt":"2026-12-24T09:00:00Z","sections":[%s]}""".formatted(SECTION);
    static final String CONCERT = """
            {"title":"Paper Lanterns","performer":"Quiet Harbour Quartet","venue":"Maple Lane Hall",\
            "timeZone":"Asia/Seoul","schedules":[%s]}""".formatted(SCHEDULE);

    private static final JsonMapper JSON = new JsonMapper();

    /** Publishes what a body says. */
    MvcTestResult publish(String body) {
        return publish(body, "the-admin", null);
    }

    MvcTestResult publish(String body, String user, @Nullable String key) {
        return post(CONCERTS, body, user, key);
    }

    /** Publishes a concert of two evenings that are on sale, with these members besides, and tells its id. */
    String published(String more) {
        var schedule = """
                {"startsAt":"%s","salesOpenAt":"%s","salesCloseAt":"%s","sections":[\
                {"name":"A","rows":5,"seatsPerRow":10,"price":80000},{"name":"B","rows":2,"seatsPerRow":10,"price":50000}]}""";
        var opens = now().minus(Duration.ofHours(1));
        var first = now().plus(Duration.ofDays(10));
        var second = now().plus(Duration.ofDays(11));
        var answer = publish("""
                {"title":"Paper Lanterns","performer":"Quiet Harbour Quartet","venue":"Maple Lane Hall",\
                "timeZone":"Asia/Seoul"%s,"schedules":[%s,%s]}""".formatted(
                        more,
                        schedule.formatted(first, opens, first),
                        schedule.formatted(second, opens, second.minusSeconds(60))));
        assertThat(answer).hasStatus(201);
        return id(json(answer));
    }

    /** Adds a date or a section, below {@code /admin}. */
    MvcTestResult add(String path, String body, @Nullable String key) {
        return post("/api/v1/admin" + path, body, "the-admin", key);
    }

    MvcTestResult get(String concert) {
        return http.get().uri(CONCERTS + "/" + concert).exchange();
    }

    /** Changes a concert whose version the organiser has seen. */
    MvcTestResult patch(String concert, @Nullable String seen, String body) {
        var request = http.patch()
                .uri(CONCERTS + "/" + concert)
                .contentType("application/merge-patch+json")
                .content(body);
        return (seen == null ? request : request.header("If-Match", seen)).exchange();
    }

    MvcTestResult move(String concert, JsonNode schedule, String startsAt) {
        return patch(concert, "*", """
                {"schedules":[{"id":"%s","startsAt":"%s"}]}""".formatted(id(schedule), startsAt));
    }

    /** When the tables were cleared, in whole seconds. */
    Instant now() {
        return stored.now().truncatedTo(ChronoUnit.SECONDS);
    }

    static String section(String name, int seats, long price) {
        return """
                {"name":"%s","rows":1,"seatsPerRow":%d,"price":%d}""".formatted(name, seats, price);
    }

    static void refused(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status);
        assertThat(json(answer).path("code").asString()).isEqualTo(code);
    }

    static List<String> brokenFields(MvcTestResult answer) {
        return json(answer)
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString())
                .toList();
    }

    /** What is wrong with each field. */
    static List<String> errors(MvcTestResult answer) {
        return json(answer)
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString() + " "
                        + error.path("message").asString())
                .toList();
    }

    static JsonNode json(MvcTestResult answer) {
        try {
            return Objects.requireNonNull(JSON.readTree(answer.getResponse().getContentAsString()));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String id(JsonNode node) {
        return node.path("id").asString();
    }

    private MvcTestResult post(String path, String body, String user, @Nullable String key) {
        var request = http.post()
                .uri(path)
                .principal(() -> user)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }
}
