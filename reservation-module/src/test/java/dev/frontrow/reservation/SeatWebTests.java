package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.reservation.application.query.SeatMaps;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@ModuleTest
class SeatWebTests {

    private static final JsonMapper JSON = new JsonMapper();

    private final BoxOffice office;
    private final QueueStandIn queue;
    private final SeatMaps seatMaps;
    private final MockMvcTester mvc;

    SeatWebTests(BoxOffice office, QueueStandIn queue, SeatMaps seatMaps, MockMvcTester mvc) {
        this.office = office;
        this.queue = queue;
        this.seatMaps = seatMaps;
        this.mvc = mvc;
    }

    @Test
    void showsWhatCanBeHad() {
        var sale = hall();
        var seats = office.seats(sale);
        office.reserve(somebody(), sale, seats.get(0));
        office.sell(somebody(), sale, seats.get(1));
        office.runOut(office.reserve(somebody(), sale, seats.get(2)).id());

        var available = get(sale, "");
        assertThat(available).hasStatusOk().hasHeader("Cache-Control", "private, no-cache");
        assertThat(available)
                .bodyJson()
                .extractingPath("$.scheduleId")
                .isEqualTo(sale.scheduleId().toString());
        assertThat(available).bodyJson().extractingPath("$.seats[*].id").isEqualTo(seats.subList(2, 6));
        assertThat(available)
                .bodyJson()
                .extractingPath("$.seats[0]")
                .asMap()
                .containsEntry("section", "A")
                .containsEntry("row", "2")
                .containsEntry("number", 1)
                .containsEntry("label", "A-2-1")
                .containsEntry("price", 90)
                .containsEntry("status", "AVAILABLE");
        assertThat(get(sale, "?status=available&section=A"))
                .bodyJson()
                .extractingPath("$.seats[*].id")
                .isEqualTo(seats.subList(2, 4));
        assertThat(get(sale, "?status=all&section=A"))
                .bodyJson()
                .extractingPath("$.seats[*].status")
                .isEqualTo(List.of("HELD", "SOLD", "AVAILABLE", "AVAILABLE"));

        var counted = availability(sale);
        assertThat(counted).hasStatusOk().hasHeader("Cache-Control", "no-cache");
        assertThat(counted).bodyJson().extractingPath("$.total").isEqualTo(6);
        assertThat(counted).bodyJson().extractingPath("$.available").isEqualTo(4);
        assertThat(counted).bodyJson().extractingPath("$.sections[*].name").isEqualTo(List.of("A", "B"));
        assertThat(counted).bodyJson().extractingPath("$.sections[*].available").isEqualTo(List.of(2, 2));
        assertThat(counted).bodyJson().extractingPath("$.sections[*].price").isEqualTo(List.of(90, 50));
    }

    @Test
    void showsWhereTheSeatsAre() {
        var sale = hall();
        var seats = office.seats(sale);

        var layout = mvc.get().uri(address(sale, "/layout")).exchange();

        assertThat(layout).hasStatusOk().hasHeader("Cache-Control", "public, max-age=60");
        var version = text(layout, "version");
        assertThat(layout).bodyJson().isStrictlyEqualTo("""
                {"scheduleId":"%s","version":"%s","seatCount":6,"sections":[
                  {"name":"A","price":90,"rows":[
                    {"label":"1","firstNumber":1,"seatIds":["%s","%s"]},
                    {"label":"2","firstNumber":1,"seatIds":["%s","%s"]}]},
                  {"name":"B","price":50,"rows":[
                    {"label":"1","firstNumber":1,"seatIds":["%s","%s"]}]}]}
                """.formatted(
                        sale.scheduleId(),
                        version,
                        seats.get(0),
                        seats.get(1),
                        seats.get(2),
                        seats.get(3),
                        seats.get(4),
                        seats.get(5)));
    }

    @Test
    void showsTheStatesOfTheLayoutsSeatsInItsOrder() {
        var sale = hall();
        var seats = office.seats(sale);
        office.reserve(somebody(), sale, seats.get(1));
        office.sell(somebody(), sale, seats.get(2));
        office.runOut(office.reserve(somebody(), sale, seats.get(3)).id());
        office.sell(somebody(), sale, seats.get(5));

        var states = states(sale);

        assertThat(states).hasStatusOk().hasHeader("Cache-Control", "private, no-cache");
        byte[] packed = {0b00_10_01_00, 0b10_00};
        assertThat(states).bodyJson().isStrictlyEqualTo("""
                {"scheduleId":"%s","layoutVersion":"%s","version":"%s","states":"%s"}
                """.formatted(
                        sale.scheduleId(),
                        text(mvc.get().uri(address(sale, "/layout")).exchange(), "version"),
                        text(states, "version"),
                        Base64.getEncoder().encodeToString(packed)));
        assertThat(text(states, "version")).isEqualTo(text(get(sale, "?status=all"), "version"));
        assertThat(text(states, "version")).isEqualTo(text(availability(sale), "version"));
    }

    @Test
    void answersNotModifiedWhereTheClientKnowsTheLayoutOrTheStates() {
        var sale = hall();
        var layout = etag(mvc.get().uri(address(sale, "/layout")).exchange());
        var states = etag(states(sale));

        assertThat(mvc.get().uri(address(sale, "/layout")).header("If-None-Match", layout))
                .hasStatus(304)
                .hasHeader("ETag", layout)
                .hasHeader("Cache-Control", "public, max-age=60");
        assertThat(states(sale, "If-None-Match", states))
                .hasStatus(304)
                .hasHeader("ETag", states)
                .hasHeader("Cache-Control", "private, no-cache");
        assertThat(states(sale, "If-None-Match", layout)).hasStatusOk();
        assertThat(states(sale, "If-None-Match", states.replace("\"", "-gzip\"").replace("W/-gzip\"", "W/\"")))
                .hasStatusOk();
    }

    @Test
    void findsASectionInWhicheverFormItsNameIsWrittenAndNoOther() {
        var sale = office.open(
                BoxOffice.OPEN, BoxOffice.STARTS_AT, List.of(new Section("가", 1, 2, 90), new Section("나", 1, 1, 50)));
        var seats = office.seats(sale);

        var composed = get(sale, "?section=%EA%B0%80");
        var decomposed = get(sale, "?section=%E1%84%80%E1%85%A1");

        assertThat(composed).bodyJson().extractingPath("$.seats[*].id").isEqualTo(seats.subList(0, 2));
        assertThat(decomposed).bodyJson().extractingPath("$.seats[*].id").isEqualTo(seats.subList(0, 2));
        assertThat(etag(decomposed)).isEqualTo(etag(composed));
        assertThat(get(sale, "?section=nowhere"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("section");
        assertThat(mvc.get().uri(uri(sale, "?section=nowhere")).principal(() -> "kim"))
                .as("before the line is asked")
                .hasStatus(400);
    }

    @Test
    void findsASectionByTheLongestNameThereIs() {
        var name = "\ud83c\udfbb".repeat(20);
        var sale = office.open(BoxOffice.OPEN, BoxOffice.STARTS_AT, List.of(new Section(name, 1, 2, 90)));

        var shown = get(sale, "?section=" + URLEncoder.encode(name, UTF_8));

        assertThat(shown).bodyJson().extractingPath("$.seats[*].id").isEqualTo(office.seats(sale));
        assertThat(shown).bodyJson().extractingPath("$.seats[0].section").isEqualTo(name);
    }

    @Test
    void answersNotModifiedWhereTheClientKnowsIt() {
        var sale = hall();
        var etag = etag(get(sale, ""));
        assertThat(etag).startsWith("W/\"").endsWith("\"");
        var strong = etag.substring(2);

        for (var known : List.of(etag, strong, "\"x\", " + etag, "W/\"a,b\"," + etag + " , \"y\"", "*", " * ")) {
            var answer = get(sale, "", "If-None-Match", known);
            assertThat(answer).hasStatus(304).hasHeader("ETag", etag).hasHeader("Cache-Control", "private, no-cache");
            assertThat(answer).body().isEmpty();
        }
        for (var unknown : List.of("\"x\"", "W/\"x\"", "", "nonsense", strong.substring(1))) {
            assertThat(get(sale, "", "If-None-Match", unknown)).hasStatusOk();
        }
        assertThat(get(sale, "?status=all", "If-None-Match", etag)).hasStatusOk();
        assertThat(get(sale, "?section=A", "If-None-Match", etag)).hasStatusOk();
        assertThat(get(sale, "?status=available", "If-None-Match", etag)).hasStatus(304);

        var counted = etag(availability(sale));
        assertThat(availability(sale, "If-None-Match", counted)).hasStatus(304).hasHeader("Cache-Control", "no-cache");
    }

    @Test
    void showsAChangeSoon() {
        var sale = hall();
        var before = etag(get(sale, ""));
        office.reserve(somebody(), sale, office.seats(sale).getFirst());

        await().atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(
                        () -> assertThat(get(sale, "", "If-None-Match", before)).hasStatusOk());
    }

    @Test
    void readsTheSeatsOnceHoweverManyAsk() {
        var sale = hall();

        var maps = AtOnce.times(50, () -> seatMaps.of(sale.scheduleId()));

        assertThat(maps.stream().map(System::identityHashCode).distinct())
                .hasSizeLessThanOrEqualTo(2); // two where they ask for longer than a reading lives
    }

    @Test
    void asksTheLineAfterTheScheduleAndTheQuery() {
        var sale = hall();
        var checks = queue.checks();
        assertThat(mvc.get().uri(uri(sale, "?status=x")).principal(() -> "kim")).hasStatus(400);
        for (var id : List.of(UUID.randomUUID().toString(), "nowhere", "0F8B5E5E-3F0C-4A58-9D0E-8A53C6F2A6C1")) {
            for (var what : List.of("/seats", "/seats?section=A", "/availability", "/layout", "/seat-states")) {
                assertThat(mvc.get().uri("/api/v1/schedules/" + id + what).principal(() -> "kim"))
                        .hasStatus(404)
                        .bodyJson()
                        .extractingPath("$.code")
                        .isEqualTo("schedule-not-found");
            }
        }
        assertThat(queue.checks()).isEqualTo(checks);

        assertThat(mvc.get().uri(uri(sale, "")).principal(() -> "kim")).hasStatus(403);
        assertThat(get(sale, "", "Queue-Token", "ended")).hasStatus(410);
        assertThat(mvc.get().uri(address(sale, "/seat-states")).principal(() -> "kim"))
                .hasStatus(403);
        assertThat(states(sale, "Queue-Token", "ended")).hasStatus(410);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=",
                "status=ALL",
                "status=held",
                "status=%20all",
                "status=all&status=all",
                "section=",
                "section=123456789012345678901",
                "section=A&section=B"
            })
    void refusesQueriesThatAreNone(String query) {
        assertThat(get(hall(), "?" + query)).hasStatus(400);
    }

    private ScheduleSale hall() {
        return office.open(
                BoxOffice.OPEN, BoxOffice.STARTS_AT, List.of(new Section("A", 2, 2, 90), new Section("B", 1, 2, 50)));
    }

    private static URI address(ScheduleSale sale, String what) {
        return URI.create("/api/v1/schedules/" + sale.scheduleId() + what);
    }

    private static URI uri(ScheduleSale sale, String query) {
        return address(sale, "/seats" + query);
    }

    private MvcTestResult get(ScheduleSale sale, String query, String... header) {
        return admitted(uri(sale, query), header);
    }

    private MvcTestResult states(ScheduleSale sale, String... header) {
        return admitted(address(sale, "/seat-states"), header);
    }

    private MvcTestResult admitted(URI uri, String... header) {
        var request = mvc.get().uri(uri).principal(() -> "kim");
        if (header.length == 0 || !header[0].equals("Queue-Token")) {
            request = request.header("Queue-Token", "token");
        }
        if (header.length > 0) {
            request = request.header(header[0], header[1]);
        }
        return request.exchange();
    }

    private MvcTestResult availability(ScheduleSale sale, String... header) {
        var request = mvc.get().uri("/api/v1/schedules/" + sale.scheduleId() + "/availability");
        if (header.length > 0) {
            request = request.header(header[0], header[1]);
        }
        return request.exchange();
    }

    private static String text(MvcTestResult result, String member) {
        try {
            return JSON.readTree(result.getResponse().getContentAsString())
                    .required(member)
                    .asString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String etag(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return String.valueOf(result.getResponse().getHeader("ETag"));
    }
}
