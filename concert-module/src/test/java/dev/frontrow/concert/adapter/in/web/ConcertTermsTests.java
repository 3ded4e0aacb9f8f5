package dev.frontrow.concert.adapter.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ChangesStandIn;
import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.RefundTerms;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.concert.StoredConcerts;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How many seats a user may have, and what cancelling costs: what a concert says of it, and what holds where it does not. */
@ModuleTest
class ConcertTermsTests {

    private static final String CONCERTS = "/api/v1/admin/concerts";
    private static final JsonMapper JSON = new JsonMapper();

    private final MockMvcTester http;
    private final StoredConcerts stored;
    private final ChangesStandIn changes;
    private final ConcertSales sales;

    ConcertTermsTests(MockMvcTester http, StoredConcerts stored, ChangesStandIn changes, ConcertSales sales) {
        this.http = http;
        this.stored = stored;
        this.changes = changes;
        this.sales = sales;
    }

    @BeforeEach
    void noConcert() {
        stored.clear();
        changes.forget();
    }

    @Test
    void showsWhatHoldsWhereAConcertSaysNothing() {
        for (var more : List.of("", ",\"seatsPerUserMax\":null,\"refundTerms\":null", ",\"refundTerms\":{}")) {
            assertThat(shown(publish(more))).isEqualTo("4 {\"closesBeforeStart\":\"PT0S\",\"feePercent\":0}");
        }
    }

    @Test
    void showsWhatAConcertSaysToEverybodyAndToWhoeverSells() {
        var published = publish("""
                ,"seatsPerUserMax":100,"refundTerms":{"closesBeforeStart":"P1DT12H","feePercent":15}""");
        var expected = "100 {\"closesBeforeStart\":\"PT36H\",\"feePercent\":15}";

        assertThat(shown(published)).isEqualTo(expected);
        var id = json(published).path("id").asString();
        assertThat(shown(get(id))).isEqualTo(expected);
        assertThat(shown(http.get().uri("/api/v1/concerts/" + id).exchange())).isEqualTo(expected);
        for (var list : List.of("/api/v1/concerts?sale=all", CONCERTS)) {
            assertThat(shown(json(http.get().uri(list).exchange()).path("items").path(0)))
                    .isEqualTo(expected);
        }
        var sale = sale(published);
        assertThat(sale.seatsPerUserMax()).isEqualTo(100);
        assertThat(sale.refundTerms()).isEqualTo(new RefundTerms(Duration.ofHours(36), 15));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"seatsPerUserMax\":0|seatsPerUserMax must be greater than or equal to 1",
                "\"seatsPerUserMax\":101|seatsPerUserMax must be less than or equal to 100",
                "\"seatsPerUserMax\":\"4\"|seatsPerUserMax must be an integer within its range",
                "\"seatsPerUserMax\":4.0|seatsPerUserMax must be an integer within its range",
                "\"refundTerms\":{\"feePercent\":-1}|refundTerms.feePercent must be greater than or equal to 0",
                "\"refundTerms\":{\"feePercent\":101}|refundTerms.feePercent must be less than or equal to 100",
                "\"refundTerms\":{\"closesBeforeStart\":\"-PT1S\"}|" + DURATION,
                "\"refundTerms\":{\"closesBeforeStart\":\"P366D\"}|" + DURATION,
                "\"refundTerms\":{\"closesBeforeStart\":\"PT8760H1S\"}|" + DURATION,
                "\"refundTerms\":{\"closesBeforeStart\":\"PT0.5S\"}|" + DURATION
            })
    void refusesWhatNoConcertCanSay(String member, String error) {
        var answer = post("," + member);

        assertThat(answer).hasStatus(400);
        assertThat(errors(answer)).containsExactly(error);
        var concert = json(publish("")).path("id").asString();
        var patched = patch(concert, "\"1\"", "{" + member + "}");
        assertThat(patched).hasStatus(400);
        assertThat(errors(patched)).containsExactly(error);
        assertThat(get(concert)).hasHeader("ETag", "\"1\"");
    }

    private static final String DURATION =
            "refundTerms.closesBeforeStart must be an ISO-8601 duration of 0 to 365 days, in whole seconds";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"3600", "\"1h\"", "\"\"", "\"P1M\"", "\"24:00\"", "{}"})
    void readsADurationFromIsoTextAlone(String duration) {
        var answer = post(",\"refundTerms\":{\"closesBeforeStart\":" + duration + "}");

        assertThat(answer).hasStatus(400);
        assertThat(errors(answer)).singleElement().asString().startsWith("refundTerms.closesBeforeStart ");
    }

    @Test
    void changesTheTermsForWhoeverReservesFromThenOn() {
        var published = publish("");
        var concert = json(published).path("id").asString();

        var changed = patch(concert, "\"1\"", """
                {"seatsPerUserMax":6,"refundTerms":{"closesBeforeStart":"P365D"}}""");

        assertThat(changed).hasStatusOk().hasHeader("ETag", "\"2\"");
        assertThat(shown(changed)).isEqualTo("6 {\"closesBeforeStart\":\"PT8760H\",\"feePercent\":0}");
        assertThat(shown(http.get().uri("/api/v1/concerts/" + concert).exchange()))
                .isEqualTo(shown(changed));
        assertThat(sale(published).seatsPerUserMax()).isEqualTo(6);
        var more = patch(concert, "\"2\"", "{\"refundTerms\":{\"feePercent\":100}}");
        assertThat(more).hasHeader("ETag", "\"3\"");
        assertThat(shown(more)).isEqualTo("6 {\"closesBeforeStart\":\"PT8760H\",\"feePercent\":100}");
        var one = patch(concert, "\"3\"", "{\"refundTerms\":{\"closesBeforeStart\":null}}");
        assertThat(shown(one)).isEqualTo("6 {\"closesBeforeStart\":\"PT0S\",\"feePercent\":100}");
        var usual = patch(concert, "\"4\"", "{\"seatsPerUserMax\":null,\"refundTerms\":null}");
        assertThat(usual).hasStatusOk().hasHeader("ETag", "\"5\"");
        assertThat(shown(usual)).isEqualTo(shown(published));
        assertThat(changes.heard()).isEmpty();
    }

    @Test
    void takesTheTermsInForceAsNoChange() {
        var concert = json(publish("")).path("id").asString();

        for (var same : List.of(
                "\"seatsPerUserMax\":4",
                "\"seatsPerUserMax\":null",
                "\"refundTerms\":null",
                "\"refundTerms\":{}",
                "\"refundTerms\":{\"closesBeforeStart\":\"P0D\",\"feePercent\":0}")) {
            assertThat(patch(concert, "\"1\"", "{" + same + "}")).hasStatusOk().hasHeader("ETag", "\"1\"");
        }
    }

    @Test
    void sellsSeatsForNothing() {
        var published = publish("");
        var concert = json(published).path("id").asString();
        var schedule = json(published).path("schedules").path(0);

        var answer = patch(concert, "*", """
                {"schedules":[{"id":"%s","sections":[{"name":"A","price":0}]}]}""".formatted(schedule.path("id").asString()));

        assertThat(answer).hasStatusOk();
        assertThat(json(answer).path("schedules").path(0).path("lowestPrice").asLong(-1))
                .isZero();
    }

    private ScheduleSale sale(MvcTestResult published) {
        var id = ScheduleId.of(
                json(published).path("schedules").path(0).path("id").asString());
        return sales.current(List.of(id)).values().iterator().next();
    }

    private MvcTestResult publish(String more) {
        var answer = post(more);
        assertThat(answer).hasStatus(201);
        return answer;
    }

    private MvcTestResult post(String more) {
        var starts = stored.now().plus(Duration.ofDays(10));
        return http.post()
                .uri(CONCERTS)
                .principal(() -> "the-admin")
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"title":"Paper Lanterns","performer":"Quiet Harbour Quartet","venue":"Maple Lane Hall",
                         "timeZone":"Asia/Seoul"%s,"schedules":[{"startsAt":"%s","salesOpenAt":"%s","salesCloseAt":"%s",
                           "sections":[{"name":"A","rows":5,"seatsPerRow":10,"price":80000}]}]}
                        """.formatted(more, starts, stored.now(), starts))
                .exchange();
    }

    private MvcTestResult get(String concert) {
        return http.get().uri(CONCERTS + "/" + concert).exchange();
    }

    private MvcTestResult patch(String concert, String seen, String body) {
        return http.patch()
                .uri(CONCERTS + "/" + concert)
                .contentType("application/merge-patch+json")
                .header("If-Match", seen)
                .content(body)
                .exchange();
    }

    private static String shown(MvcTestResult concert) {
        return shown(json(concert));
    }

    private static String shown(JsonNode concert) {
        return concert.path("seatsPerUserMax") + " " + concert.path("refundTerms");
    }

    private static List<String> errors(MvcTestResult answer) {
        return json(answer)
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString() + " "
                        + error.path("message").asString())
                .toList();
    }

    private static JsonNode json(MvcTestResult answer) {
        try {
            return JSON.readTree(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
