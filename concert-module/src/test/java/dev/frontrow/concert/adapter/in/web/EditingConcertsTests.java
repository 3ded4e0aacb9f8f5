package dev.frontrow.concert.adapter.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ChangesStandIn;
import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.SalesChanged;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleMoved;
import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.concert.SeatsStandIn;
import dev.frontrow.concert.SectionAdded;
import dev.frontrow.concert.SectionPriced;
import dev.frontrow.concert.StoredConcerts;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jmolecules.event.types.DomainEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What admins may change of what is published, and what not. */
@ModuleTest
class EditingConcertsTests {

    private static final String CONCERTS = "/api/v1/admin/concerts";
    private static final JsonMapper JSON = new JsonMapper();

    private final MockMvcTester http;
    private final StoredConcerts stored;
    private final ChangesStandIn changes;
    private final SeatsStandIn seats;
    private final ConcertSales sales;
    private final JdbcClient jdbc;
    private Instant now = Instant.EPOCH;

    EditingConcertsTests(
            MockMvcTester http,
            StoredConcerts stored,
            ChangesStandIn changes,
            SeatsStandIn seats,
            ConcertSales sales,
            JdbcClient jdbc) {
        this.http = http;
        this.stored = stored;
        this.changes = changes;
        this.seats = seats;
        this.sales = sales;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void noConcert() {
        stored.clear();
        changes.forget();
        now = stored.now().truncatedTo(ChronoUnit.SECONDS);
    }

    @AfterEach
    void nobodyReacts() {
        changes.forget();
    }

    @Test
    void showsAConcertAsItCanBeChangedWithItsVersion() {
        var concert = published("");

        var answer = get(concert);

        assertThat(answer).hasStatusOk().hasHeader("ETag", "\"1\"").hasHeader("Cache-Control", "no-store");
        assertThat(json(answer).path("hidden").asBoolean()).isFalse();
        var section = json(answer).path("schedules").path(0).path("sections").path(1);
        assertThat(section.toString()).isEqualTo("{\"name\":\"B\",\"price\":50000,\"seatCount\":20}");
        assertThat(json(answer).path("schedules").path(0).path("movedFrom").isNull())
                .isTrue();
        assertThat(http.get().uri(CONCERTS + "/" + concert).header("If-None-Match", "\"1\""))
                .as("what the clock changes has no version")
                .hasStatusOk();
    }

    @Test
    void changesWhatIsNamedAndLeavesTheRest() {
        var concert = published("");
        var before = json(get(concert));

        var answer = patch(concert, "\"1\"", "{\"title\":\"Brass Lanterns\",\"venue\":\"Cafe\u0301\"}");

        assertThat(answer).hasStatusOk().hasHeader("ETag", "\"2\"");
        var after = json(answer);
        assertThat(after.path("title").asString()).isEqualTo("Brass Lanterns");
        assertThat(after.path("venue").asString()).isEqualTo("Caf\u00e9");
        assertThat(after.path("performer")).isEqualTo(before.path("performer"));
        assertThat(after.path("schedules")).isEqualTo(before.path("schedules"));
        assertThat(json(get(concert))).isEqualTo(after);
        assertThat(json(http.get().uri("/api/v1/concerts/" + concert).exchange())
                        .path("title")
                        .asString())
                .isEqualTo("Brass Lanterns");
        assertThat(changes.heard()).isEmpty();
        assertThat(http.patch()
                        .uri(CONCERTS + "/" + concert)
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("If-Match", "*")
                        .content("{\"performer\":\"Two\"}"))
                .hasStatusOk()
                .hasHeader("ETag", "\"3\"");
    }

    @Test
    void changesOneOfSeveralSchedulesAndSections() {
        var concert = published("");
        var before = json(get(concert));
        var second = before.path("schedules").path(1);
        var closes = now.plus(Duration.ofHours(3));

        var answer = patch(concert, "\"1\"", """
                {"schedules":[{"id":"%s","salesCloseAt":"%s","sections":[{"name":"B","price":45000}]}]}""".formatted(id(second), closes));

        assertThat(answer).hasStatusOk();
        var after = json(answer).path("schedules");
        assertThat(after.path(0)).isEqualTo(before.path("schedules").path(0));
        assertThat(after.path(1).path("salesCloseAt").asString()).isEqualTo(closes.toString());
        assertThat(after.path(1).path("lowestPrice").asLong()).isEqualTo(45_000);
        assertThat(after.path(1).path("sections").path(0))
                .isEqualTo(second.path("sections").path(0));
        assertThat(changes.heard())
                .hasSize(2)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                SalesChanged.class,
                                changed ->
                                        assertThat(changed.sale().lastClosing()).isEqualTo(closesOf(before, 0))))
                .contains((DomainEvent) new SectionPriced(ScheduleId.of(id(second)), "B", 45_000));
        assertThat(sales.current(List.of(ScheduleId.of(id(second)))).values())
                .singleElement()
                .satisfies(sale -> assertThat(sale.window().closesAt()).isEqualTo(closes));
    }

    @Test
    void opensAndClosesASaleNow() {
        var concert = published("");
        var schedule = json(get(concert)).path("schedules").path(0);

        var closed = patch(concert, "*", """
                {"schedules":[{"id":"%s","salesCloseAt":"%s"}]}""".formatted(id(schedule), now));

        assertThat(json(closed).path("schedules").path(0).path("saleStatus").asString())
                .isEqualTo("CLOSED");
        var opened = patch(concert, "*", """
                {"schedules":[{"id":"%s","salesOpenAt":"%s","salesCloseAt":"%s"}]}""".formatted(id(schedule), now, now.plusSeconds(3_600)));
        assertThat(json(opened).path("schedules").path(0).path("saleStatus").asString())
                .isEqualTo("OPEN");
    }

    @Test
    void movesAScheduleAndSaysWhereFrom() {
        var concert = published("");
        var schedule = json(get(concert)).path("schedules").path(0);
        var first = schedule.path("startsAt").asString();
        var second = now.plus(Duration.ofDays(20)).toString();
        var third = now.plus(Duration.ofDays(30)).toString();

        assertThat(movedFrom(move(concert, schedule, second), schedule)).isEqualTo(first);
        assertThat(movedFrom(move(concert, schedule, third), schedule)).isEqualTo(first);
        var back = move(concert, schedule, first);

        assertThat(json(back).path("schedules").path(0).path("movedFrom").isNull())
                .isTrue();
        assertThat(json(back).path("schedules").path(0)).isEqualTo(schedule);
        assertThat(changes.heard())
                .extracting(event -> ((ScheduleMoved) event).startsAt().toString())
                .containsExactly(second, third, first);
    }

    @Test
    void movesNoScheduleThatHasBegunNorAnyIntoThePast() {
        var concert = published("");
        var schedules = json(get(concert)).path("schedules");
        begin(id(schedules.path(0)));

        var answer = patch(concert, "*", """
                {"title":"Never","schedules":[{"id":"%s","startsAt":"%s"},{"id":"%s","startsAt":"%s","salesOpenAt":"%s","salesCloseAt":"%s"}]}""".formatted(
                        id(schedules.path(0)),
                        now.plus(Duration.ofDays(9)),
                        id(schedules.path(1)),
                        now.minusSeconds(1),
                        now.minusSeconds(3),
                        now.minusSeconds(2)));

        refused(answer, 409, "change-not-allowed");
        assertThat(errors(answer))
                .containsExactly(
                        "schedules[0].startsAt can't be moved any more, as it has begun",
                        "schedules[1].startsAt can't be moved into the past");
        assertThat(get(concert)).hasHeader("ETag", "\"1\"");
        assertThat(json(get(concert)).path("title").asString()).isEqualTo("Paper Lanterns");
        assertThat(changes.heard()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"timeZone\":\"Europe/Berlin\"|timeZone",
                "\"id\":\"other\"|id",
                "\"schedules\":[{\"id\":\"%s\",\"seatCount\":51}]|schedules[0].seatCount",
                "\"schedules\":[{\"id\":\"%s\",\"lowestPrice\":1}]|schedules[0].lowestPrice",
                "\"schedules\":[{\"id\":\"%s\",\"localTime\":\"00:01\"}]|schedules[0].localTime",
                "\"schedules\":[{\"id\":\"%s\",\"saleStatus\":\"CLOSED\"}]|schedules[0].saleStatus",
                "\"schedules\":[{\"id\":\"%s\",\"movedFrom\":\"2026-01-01T00:00:00Z\"}]|schedules[0].movedFrom",
                "\"schedules\":[{\"id\":\"%s\",\"sections\":[{\"name\":\"A\",\"seatCount\":1}]}]"
                        + "|schedules[0].sections[0].seatCount"
            })
    void neverChangesWhatIsFixed(String member, String field) {
        var concert = published("");
        var schedule = id(json(get(concert)).path("schedules").path(0));

        var answer = patch(concert, "*", "{\"title\":\"Never\"," + member.replace("%s", schedule) + "}");

        refused(answer, 409, "change-not-allowed");
        assertThat(errors(answer)).containsExactly(field + " can't be changed");
        assertThat(get(concert)).hasHeader("ETag", "\"1\"");
    }

    @Test
    void takesWhatItShowsItselfAsNoChange() throws UnsupportedEncodingException {
        var concert = published("");
        var shown = get(concert);

        var answer = patch(concert, "\"1\"", shown.getResponse().getContentAsString());

        assertThat(answer).hasStatusOk().hasHeader("ETag", "\"1\"");
        assertThat(patch(concert, "\"1\"", "{}")).hasStatusOk().hasHeader("ETag", "\"1\"");
        assertThat(patch(concert, "\"1\"", "{\"title\":\"Paper Lanterns\",\"hidden\":false,\"schedules\":[]}"))
                .hasStatusOk()
                .hasHeader("ETag", "\"1\"");
        assertThat(changes.heard()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"unknown\":1|unknown is not a known property",
                "\"title\":null|title must not be null",
                "\"title\":1|title must be a text",
                "\"hidden\":null|hidden must not be null",
                "\"hidden\":\"true\"|hidden must be true or false",
                "\"schedules\":null|schedules must not be null",
                "\"schedules\":{}|schedules must be an array",
                "\"schedules\":[null]|schedules[0] must not be null",
                "\"schedules\":[{}]|schedules[0].id must not be null",
                "\"schedules\":[{\"id\":\"x\"}]|schedules[0].id is no schedule of this concert",
                "\"schedules\":[{\"id\":\"%s\"},{\"id\":\"%s\"}]|schedules[1].id is given twice",
                "\"schedules\":[{\"id\":\"%s\",\"startsAt\":null}]|schedules[0].startsAt must not be null",
                "\"schedules\":[{\"id\":\"%s\",\"startsAt\":\"1969-01-01T00:00:00Z\"}]"
                        + "|schedules[0].startsAt must lie in the years 1970 to 9999",
                "\"schedules\":[{\"id\":\"%s\",\"salesCloseAt\":\"2001-01-01T00:00:00Z\"}]"
                        + "|schedules[0].salesOpenAt must be before salesCloseAt",
                "\"schedules\":[{\"id\":\"%s\",\"salesCloseAt\":\"9998-01-01T00:00:00Z\"}]"
                        + "|schedules[0].salesCloseAt must not be after startsAt",
                "\"schedules\":[{\"id\":\"%s\",\"rows\":1}]|schedules[0].rows is not a known property",
                "\"schedules\":[{\"id\":\"%s\",\"sections\":[{}]}]|schedules[0].sections[0].name must not be null",
                "\"schedules\":[{\"id\":\"%s\",\"sections\":[{\"name\":\"C\"}]}]"
                        + "|schedules[0].sections[0].name is no section of this schedule",
                "\"schedules\":[{\"id\":\"%s\",\"sections\":[{\"name\":\"A\"},{\"name\":\"A\"}]}]"
                        + "|schedules[0].sections[1].name is given twice",
                "\"schedules\":[{\"id\":\"%s\",\"sections\":[{\"name\":\"A\",\"price\":-1}]}]"
                        + "|schedules[0].sections[0].price must be greater than or equal to 1",
                "\"schedules\":[{\"id\":\"%s\",\"sections\":[{\"name\":\"A\",\"price\":100000001}]}]"
                        + "|schedules[0].sections[0].price must be less than or equal to 100000000",
                "\"schedules\":[{\"id\":\"%s\",\"sections\":[{\"name\":\"A\",\"price\":1.5}]}]"
                        + "|schedules[0].sections[0].price must be an integer within its range"
            })
    void namesWhatCanBeNoChange(String member, String error) {
        var concert = published("");
        var schedule = id(json(get(concert)).path("schedules").path(0));
        var body = "{\"performer\":\"Never\"," + member.replace("%s", schedule) + "}";

        for (var seen : List.of("\"1\"", "\"99\"")) {
            var answer = patch(concert, seen, body);

            refused(answer, 400, "invalid-request");
            assertThat(errors(answer)).containsExactly(error);
        }
        refused(patch(concert, null, body), 400, "invalid-request");
        assertThat(get(concert)).hasHeader("ETag", "\"1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"x\"", "{\"title\":\"a\",\"title\":\"a\"}", "{\"title\":\"\u200b\"}"})
    void refusesABodyThatIsNoChange(String body) {
        refused(patch(published(""), "*", body), 400, "invalid-request");
    }

    @Test
    void wantsToKnowWhatTheAdminSaw() {
        var concert = published("");
        var nobody = new UUID(1, 1).toString();

        refused(patch(concert, null, "{\"timeZone\":\"UTC\"}"), 428, "precondition-required");
        refused(patch(concert, "\"2\"", "{\"timeZone\":\"UTC\"}"), 412, "precondition-failed");
        refused(patch(concert, "W/\"1\"", "{\"title\":\"Never\"}"), 412, "precondition-failed");
        refused(patch(concert, "1", "{\"title\":\"Never\"}"), 400, "invalid-request");
        refused(patch(nobody, null, "{}"), 404, "concert-not-found");
        refused(patch("x", "*", "{}"), 404, "concert-not-found");
        refused(get(nobody), 404, "concert-not-found");
        assertThat(get(concert)).hasHeader("ETag", "\"1\"");
    }

    @Test
    void letsOneOfTwoAdminsWinWhoHaveSeenTheSame() {
        var concert = published("");

        var answers = AtOnce.each(
                List.of("One", "Two", "Three", "Four"),
                title -> patch(concert, "\"1\"", "{\"title\":\"" + title + "\"}")
                        .getResponse()
                        .getStatus());

        assertThat(answers).containsExactlyInAnyOrder(200, 412, 412, 412);
        assertThat(get(concert)).hasHeader("ETag", "\"2\"");
    }

    @Test
    void losesNoChangeOfThoseWhoTakeAnyVersion() {
        var concert = published("");

        var answers = AtOnce.each(
                List.of("title", "performer", "venue"),
                member -> patch(concert, "*", "{\"" + member + "\":\"New\"}")
                        .getResponse()
                        .getStatus());

        assertThat(answers).containsOnly(200);
        var after = json(get(concert));
        for (var member : List.of("title", "performer", "venue")) {
            assertThat(after.path(member).asString()).isEqualTo("New");
        }
        assertThat(get(concert)).hasHeader("ETag", "\"4\"");
    }

    @Test
    void changesNothingWhereALineOrSeatsCanNotFollow() {
        var concert = published("");
        var schedule = json(get(concert)).path("schedules").path(0);
        changes.reactBy(event -> {
            throw new IllegalStateException("can't follow");
        });

        assertThat(move(concert, schedule, now.plus(Duration.ofDays(40)).toString()))
                .hasStatus(500);

        assertThat(get(concert)).hasHeader("ETag", "\"1\"");
        assertThat(json(get(concert)).path("schedules").path(0)).isEqualTo(schedule);
    }

    @Test
    void hidesAConcertFromEverybodyButAdmins() {
        var concert = published(",\"hidden\":true");
        var schedule = ScheduleId.of(id(json(get(concert)).path("schedules").path(0)));

        assertThat(json(get(concert)).path("hidden").asBoolean()).isTrue();
        refused(http.get().uri("/api/v1/concerts/" + concert).exchange(), 404, "concert-not-found");
        assertThat(ids(http.get().uri("/api/v1/concerts?sale=all").exchange())).isEmpty();
        assertThat(ids(http.get().uri("/api/v1/concerts").exchange())).isEmpty();
        assertThat(ids(http.get().uri(CONCERTS).exchange())).containsExactly(concert);
        assertThat(ids(http.get().uri(CONCERTS + "?sale=open").exchange())).containsExactly(concert);
        assertThat(ids(http.get().uri(CONCERTS + "?sale=upcoming").exchange())).isEmpty();
        assertThat(http.get().uri(CONCERTS + "?sale=soon")).hasStatus(400);
        assertThat(sales.ofSchedule(schedule)).isEmpty();

        assertThat(patch(concert, "\"1\"", "{\"hidden\":false}")).hasStatusOk().hasHeader("ETag", "\"2\"");

        assertThat(http.get().uri("/api/v1/concerts/" + concert)).hasStatusOk();
        assertThat(ids(http.get().uri("/api/v1/concerts").exchange())).containsExactly(concert);
        assertThat(sales.ofSchedule(schedule)).isPresent();

        assertThat(patch(concert, "\"2\"", "{\"hidden\":true}")).hasStatusOk();

        refused(http.get().uri("/api/v1/concerts/" + concert).exchange(), 404, "concert-not-found");
        assertThat(ids(http.get().uri("/api/v1/concerts").exchange())).isEmpty();
        assertThat(sales.current(List.of(schedule))).isEmpty();
        assertThat(changes.heard()).isEmpty();
    }

    @Test
    void addsADateWithItsSeats() {
        var concert = published("");
        seats.forget();

        var answer = post("/concerts/" + concert + "/schedules", schedule(3), null);

        assertThat(answer)
                .hasStatus(201)
                .hasHeader("ETag", "\"2\"")
                .hasHeader("Location", "/api/v1/concerts/" + concert);
        assertThat(json(answer).path("schedules").size()).isEqualTo(3);
        assertThat(json(answer)).isEqualTo(json(get(concert)));
        assertThat(seats.heard())
                .singleElement()
                .satisfies(opened -> assertThat(opened.concertId()).hasToString(concert));
        assertThat(changes.heard())
                .singleElement()
                .isInstanceOfSatisfying(
                        SalesChanged.class,
                        changed -> assertThat(changed.sale().windows()).hasSize(3));
    }

    @Test
    void addsASectionAtTheEndOfALayout() {
        var concert = published("");
        var schedule = id(json(get(concert)).path("schedules").path(0));

        var answer = post("/schedules/" + schedule + "/sections", section("C", 3, 40_000), null);

        assertThat(answer)
                .hasStatus(201)
                .hasHeader("ETag", "\"2\"")
                .hasHeader("Location", "/api/v1/concerts/" + concert);
        var enlarged = json(answer).path("schedules").path(0);
        assertThat(enlarged.path("seatCount").asInt()).isEqualTo(73);
        assertThat(enlarged.path("lowestPrice").asLong()).isEqualTo(40_000);
        assertThat(enlarged.path("sections").path(2).toString())
                .isEqualTo("{\"name\":\"C\",\"price\":40000,\"seatCount\":3}");
        assertThat(json(answer)).isEqualTo(json(get(concert)));
        assertThat(changes.heard())
                .containsExactly(
                        new SectionAdded(ScheduleId.of(schedule), new ScheduleOpened.Section("C", 1, 3, 40_000), 3));
    }

    @Test
    void addsNothingWhereTimeOrStateForbidIt() {
        var concert = published("");
        var schedules = json(get(concert)).path("schedules");
        begin(id(schedules.path(1)));
        var sections = "/schedules/" + id(schedules.path(0)) + "/sections";

        forbidden(post(sections, section("A", 1, 1), null), "name is the name of a section already");
        forbidden(post(sections, section("C", 99_931, 1), null), "rows would be more than 100000 seats in all");
        forbidden(
                post("/schedules/" + id(schedules.path(1)) + "/sections", section("C", 1, 1), null),
                "$ can't be added any more, as the schedule has begun");
        assertThat(post(sections, section("C", 99_930, 1), null)).hasStatus(201);
        for (int i = 3; i <= 100; i++) {
            assertThat(post("/concerts/" + concert + "/schedules", schedule(i), null))
                    .hasStatus(201);
        }
        forbidden(
                post("/concerts/" + concert + "/schedules", schedule(101), null),
                "$ is one schedule more than the 100 there may be");
        assertThat(get(concert)).hasHeader("ETag", "\"100\"");
    }

    @Test
    void addsNothingToWhatIsNotThereNorWhatIsNone() {
        var concert = published("");
        var nobody = new UUID(1, 1);

        refused(post("/concerts/" + nobody + "/schedules", schedule(1), "a-key"), 404, "concert-not-found");
        refused(post("/schedules/" + nobody + "/sections", section("C", 1, 1), "a-key"), 404, "schedule-not-found");
        refused(post("/concerts/" + concert + "/schedules", "{}", null), 400, "invalid-request");
        refused(post("/schedules/" + nobody + "/sections", "{\"name\":\"C\"}", null), 400, "invalid-request");
        assertThat(get(concert)).hasHeader("ETag", "\"1\"");
    }

    @Test
    void addsOnceUnderAKeyAndAnswersAsItWasThen() {
        var concert = published("");
        var sections = "/schedules/" + id(json(get(concert)).path("schedules").path(0)) + "/sections";
        var dates = "/concerts/" + concert + "/schedules";
        var section = post(sections, section("C", 3, 40_000), "a-key");
        var date = post(dates, schedule(3), "a-key");

        assertThat(section).hasStatus(201);
        assertThat(date).hasStatus(201);
        for (var again : List.of(post(sections, section("C", 3, 40_000), "a-key"), post(dates, schedule(3), "a-key"))) {
            assertThat(again).hasStatus(201).hasHeader("Idempotency-Replayed", "true");
        }
        assertThat(json(post(sections, section("C", 3, 40_000), "a-key"))).isEqualTo(json(section));
        refused(post(sections, section("D", 3, 40_000), "a-key"), 422, "idempotency-key-reused");
        refused(post(dates, schedule(4), "a-key"), 422, "idempotency-key-reused");
        assertThat(get(concert)).hasHeader("ETag", "\"3\"");
    }

    private MvcTestResult post(String path, String body, @Nullable String key) {
        var request = http.post()
                .uri("/api/v1/admin" + path)
                .principal(() -> "the-admin")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }

    private String schedule(int days) {
        var starts = now.plus(Duration.ofDays(20 + days));
        return """
                {"startsAt":"%s","salesOpenAt":"%s","salesCloseAt":"%s","sections":[%s]}""".formatted(starts, now, starts, section("A", 10, 80_000));
    }

    private static String section(String name, int seats, long price) {
        return """
                {"name":"%s","rows":1,"seatsPerRow":%d,"price":%d}""".formatted(name, seats, price);
    }

    private static void forbidden(MvcTestResult answer, String error) {
        refused(answer, 409, "change-not-allowed");
        assertThat(errors(answer)).containsExactly(error);
    }

    @Test
    void takesAChangeAsJsonAlone() {
        var concert = published("");

        assertThat(http.patch()
                        .uri(CONCERTS + "/" + concert)
                        .contentType(MediaType.TEXT_PLAIN)
                        .header("If-Match", "*")
                        .content("{}"))
                .hasStatus(415);
    }

    /** Publishes a concert of two evenings that are on sale. */
    private String published(String more) {
        var schedule = """
                {"startsAt":"%s","salesOpenAt":"%s","salesCloseAt":"%s","sections":[\
                {"name":"A","rows":5,"seatsPerRow":10,"price":80000},{"name":"B","rows":2,"seatsPerRow":10,"price":50000}]}""";
        var opens = now.minus(Duration.ofHours(1));
        var first = now.plus(Duration.ofDays(10));
        var second = now.plus(Duration.ofDays(11));
        var answer = http.post()
                .uri(CONCERTS)
                .principal(() -> "the-admin")
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"title":"Paper Lanterns","performer":"Quiet Harbour Quartet","venue":"Maple Lane Hall",\
                        "timeZone":"Asia/Seoul"%s,"schedules":[%s,%s]}""".formatted(
                                more,
                                schedule.formatted(first, opens, first),
                                schedule.formatted(second, opens, second.minusSeconds(60))))
                .exchange();
        assertThat(answer).hasStatus(201);
        return json(answer).path("id").asString();
    }

    private void begin(String schedule) {
        jdbc.sql("""
                update concert.schedule set starts_at = statement_timestamp(), sales_close_at = statement_timestamp()
                 where id = :id
                """).param("id", UUID.fromString(schedule)).update();
    }

    private MvcTestResult get(String concert) {
        return http.get().uri(CONCERTS + "/" + concert).exchange();
    }

    private MvcTestResult patch(String concert, @Nullable String seen, String body) {
        var request = http.patch()
                .uri(CONCERTS + "/" + concert)
                .contentType("application/merge-patch+json")
                .content(body);
        return (seen == null ? request : request.header("If-Match", seen)).exchange();
    }

    private MvcTestResult move(String concert, JsonNode schedule, String startsAt) {
        return patch(concert, "*", """
                {"schedules":[{"id":"%s","startsAt":"%s"}]}""".formatted(id(schedule), startsAt));
    }

    private static String movedFrom(MvcTestResult answer, JsonNode schedule) {
        return json(answer)
                .path("schedules")
                .valueStream()
                .filter(shown -> id(shown).equals(id(schedule)))
                .map(shown -> shown.path("movedFrom").asString())
                .findFirst()
                .orElseThrow();
    }

    private static Instant closesOf(JsonNode concert, int schedule) {
        return Instant.parse(
                concert.path("schedules").path(schedule).path("salesCloseAt").asString());
    }

    private static String id(JsonNode node) {
        return node.path("id").asString();
    }

    private static List<String> ids(MvcTestResult list) {
        return json(list)
                .path("items")
                .valueStream()
                .map(EditingConcertsTests::id)
                .toList();
    }

    private static void refused(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status);
        assertThat(json(answer).path("code").asString()).isEqualTo(code);
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
            return Objects.requireNonNull(JSON.readTree(answer.getResponse().getContentAsString()));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
