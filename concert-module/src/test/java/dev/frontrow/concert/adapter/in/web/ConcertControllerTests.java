package dev.frontrow.concert.adapter.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.StoredConcerts;
import dev.frontrow.concert.StoredConcerts.Evening;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@ModuleTest
class ConcertControllerTests {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final MockMvcTester http;
    private final StoredConcerts stored;
    private final RenderedConcerts rendered;

    ConcertControllerTests(MockMvcTester http, StoredConcerts stored, RenderedConcerts rendered) {
        this.http = http;
        this.stored = stored;
        this.rendered = rendered;
    }

    @BeforeEach
    void noConcert() {
        stored.clear();
        rendered.forget(ConcertId.generate());
    }

    @Test
    void showsAConcertWithAllItsSchedules() {
        var id = stored.concert("Paper Lanterns", Evening.onSale(Duration.ofDays(2)), Evening.over(Duration.ofDays(2)));
        var startsAt = stored.now().plus(Duration.ofDays(2));

        var answer = get("/api/v1/concerts/" + id);

        assertThat(answer).hasStatusOk().hasContentType(MediaType.APPLICATION_JSON);
        assertThat(answer).hasHeader("Cache-Control", "no-cache");
        var json = assertThat(answer).bodyJson();
        json.extractingPath("$")
                .asMap()
                .containsOnlyKeys(
                        "id", "title", "performer", "venue", "timeZone", "seatsPerUserMax", "refundTerms", "schedules");
        json.extractingPath("$.id").isEqualTo(id.toString());
        json.extractingPath("$.title").isEqualTo("Paper Lanterns");
        json.extractingPath("$.timeZone").isEqualTo("Asia/Seoul");
        json.extractingPath("$.schedules[*].saleStatus").asArray().containsExactly("CLOSED", "OPEN");
        json.extractingPath("$.schedules[1]")
                .asMap()
                .containsOnlyKeys(
                        "id",
                        "startsAt",
                        "localDate",
                        "localTime",
                        "movedFrom",
                        "cancellation",
                        "salesOpenAt",
                        "salesCloseAt",
                        "saleStatus",
                        "seatCount",
                        "lowestPrice");
        json.extractingPath("$.schedules[1].startsAt").isEqualTo(startsAt.toString());
        json.extractingPath("$.schedules[1].localDate")
                .isEqualTo(LocalDate.ofInstant(startsAt, SEOUL).toString());
        json.extractingPath("$.schedules[1].localTime")
                .isEqualTo(DateTimeFormatter.ofPattern("HH:mm").format(startsAt.atZone(SEOUL)));
        json.extractingPath("$.schedules[1].seatCount").isEqualTo(50);
        json.extractingPath("$.schedules[1].lowestPrice").isEqualTo(80000);
    }

    @Test
    void sendsNothingToWhoHasItAlready() {
        var id = stored.concert("Paper Lanterns", Evening.onSale(Duration.ofDays(2)));

        for (var path : List.of("/api/v1/concerts", "/api/v1/concerts/" + id)) {
            var known = get(path).getResponse().getHeader("ETag");
            assertThat(known).startsWith("W/\"");

            var answer = http.get().uri(path).header("If-None-Match", known).exchange();
            assertThat(answer).hasStatus(304).hasHeader("ETag", known).hasHeader("Cache-Control", "no-cache");
            assertThat(http.get().uri(path).header("If-None-Match", "W/\"another\""))
                    .hasStatusOk();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "8b2f6f5e-0000-4000-8000-000000000000", "8B2F6F5E-0000-4000-8000-000000000000"})
    void answersThatThereIsNoSuchConcert(String id) {
        var answer = get("/api/v1/concerts/" + id);

        assertThat(answer).hasStatus(404).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("concert-not-found");
        assertThat(answer).bodyJson().extractingPath("$.status").isEqualTo(404);
        assertThat(answer).bodyJson().extractingPath("$.instance").isEqualTo("/api/v1/concerts/" + id);
    }

    @Test
    void listsWhatIsOnSaleUnlessAskedOtherwise() {
        stored.concert("Soon", Evening.upcoming(Duration.ofHours(2)));
        stored.concert("Now", Evening.onSale(Duration.ofHours(3)), Evening.upcoming(Duration.ofHours(4)));

        var open = assertThat(get("/api/v1/concerts")).hasStatusOk().bodyJson();
        open.extractingPath("$").asMap().containsOnlyKeys("items", "nextCursor").containsEntry("nextCursor", null);
        open.extractingPath("$.items[*].title").asArray().containsExactly("Now");
        open.extractingPath("$.items[0].schedules").asArray().hasSize(1);
        assertThat(get("/api/v1/concerts?sale=open"))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .hasSize(1);
        assertThat(get("/api/v1/concerts?sale=upcoming"))
                .bodyJson()
                .extractingPath("$.items[*].title")
                .asArray()
                .containsExactly("Soon", "Now");
        assertThat(get("/api/v1/concerts?sale=all"))
                .bodyJson()
                .extractingPath("$.items[*].title")
                .asArray()
                .containsExactly("Soon", "Now");
    }

    @Test
    void listsNothingAsAnEmptyPage() {
        assertThat(get("/api/v1/concerts")).bodyJson().isStrictlyEqualTo("{\"items\":[],\"nextCursor\":null}");
    }

    @Test
    void goesOnWhereThePageBeforeEnded() throws Exception {
        for (int n = 1; n <= 25; n++) {
            stored.concert(new UUID(n, n), "Concert " + n, Evening.onSale(Duration.ofHours(n)));
        }

        var first = get("/api/v1/concerts");
        assertThat(first).bodyJson().extractingPath("$.items").asArray().hasSize(20);
        var cursor = new JsonMapper()
                .readTree(first.getResponse().getContentAsString())
                .path("nextCursor")
                .asString();
        var second =
                assertThat(get("/api/v1/concerts?limit=100&cursor=" + cursor)).bodyJson();
        second.extractingPath("$.items[*].title")
                .asArray()
                .containsExactly("Concert 21", "Concert 22", "Concert 23", "Concert 24", "Concert 25");
        second.extractingPath("$.nextCursor").isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=-1",
                "limit=",
                "limit=x",
                "limit=1.0",
                "limit=%2B5",
                "limit=05",
                "limit=%205",
                "limit=99999999999999999999",
                "limit=5&limit=5",
                "limit=5,6",
                "sale=",
                "sale=OPEN",
                "sale=closed",
                "sale=open&sale=open",
                "sale=open,all",
                "cursor=",
                "cursor=x",
                "cursor=%00",
                "cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA&cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void refusesParametersThatAreNotAsDescribed(String query) {
        assertThat(get("/api/v1/concerts?" + query)).hasStatus(400);
    }

    @Test
    void answersJsonAlone() {
        assertThat(http.get().uri("/api/v1/concerts").accept(MediaType.TEXT_HTML))
                .hasStatus(406);
    }

    private MvcTestResult get(String uri) {
        return http.get().uri(URI.create(uri)).exchange();
    }
}
