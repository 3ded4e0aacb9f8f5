package dev.frontrow.concert.adapter.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.SeatsStandIn;
import dev.frontrow.concert.StoredConcerts;
import java.io.UnsupportedEncodingException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@ModuleTest
class AdminConcertControllerTests {

    private static final String SECTION = """
            {"name":"A","rows":5,"seatsPerRow":10,"price":80000}""";
    private static final String SCHEDULE = """
            {"startsAt":"2026-12-24T10:00:00Z","salesOpenAt":"2026-11-01T01:00:00Z",\
            "salesCloseAt":"2026-12-24T09:00:00Z","sections":[%s]}""".formatted(SECTION);
    private static final String CONCERT = """
            {"title":"Paper Lanterns","performer":"Quiet Harbour Quartet","venue":"Maple Lane Hall",\
            "timeZone":"Asia/Seoul","schedules":[%s]}""".formatted(SCHEDULE);

    private final MockMvcTester http;
    private final StoredConcerts stored;
    private final SeatsStandIn seats;

    AdminConcertControllerTests(MockMvcTester http, StoredConcerts stored, SeatsStandIn seats) {
        this.http = http;
        this.stored = stored;
        this.seats = seats;
    }

    @BeforeEach
    void noConcert() {
        stored.clear();
        seats.forget();
    }

    @AfterEach
    void nobodyReacts() {
        seats.forget();
    }

    @Test
    void publishesAConcertAndShowsItWhole() throws Exception {
        var answer = post(CONCERT);

        assertThat(answer)
                .hasStatus(201)
                .hasContentType(MediaType.APPLICATION_JSON)
                .hasHeader("Cache-Control", "no-cache")
                .hasHeader("ETag", "\"1\"");
        var json = assertThat(answer).bodyJson();
        json.extractingPath("$.title").isEqualTo("Paper Lanterns");
        json.extractingPath("$.schedules[0].startsAt").isEqualTo("2026-12-24T10:00:00Z");
        json.extractingPath("$.schedules[0].localDate").isEqualTo("2026-12-24");
        json.extractingPath("$.schedules[0].localTime").isEqualTo("19:00");
        json.extractingPath("$.schedules[0].salesCloseAt").isEqualTo("2026-12-24T09:00:00Z");
        json.extractingPath("$.schedules[0].seatCount").isEqualTo(50);
        json.extractingPath("$.schedules[0].lowestPrice").isEqualTo(80000);
        var location = Objects.requireNonNull(answer.getResponse().getHeader("Location"));
        assertThat(location).matches("/api/v1/concerts/[0-9a-f-]{36}");
        json.extractingPath("$.hidden").isEqualTo(false);
        json.extractingPath("$.schedules[0].sections").asArray().hasSize(1);
        json.extractingPath("$.schedules[0].sections[0].seatCount").isEqualTo(50);
        assertThat(http.get().uri(location.replace("/api/v1/", "/api/v1/admin/")))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(answer.getResponse().getContentAsString());
        assertThat(http.get().uri(location))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("Paper Lanterns");
        assertThat(seats.heard())
                .singleElement()
                .satisfies(opened ->
                        assertThat(location).endsWith(opened.concertId().toString()));
    }

    @Test
    void isInTheListAtOnceAlsoForThoseWhoHaveJustLooked() {
        assertThat(http.get().uri("/api/v1/concerts?sale=all"))
                .bodyJson()
                .extractingPath("$.items[?(@.title == 'Never Heard Before')]")
                .asArray()
                .isEmpty();

        assertThat(post(CONCERT.replace("Paper Lanterns", "Never Heard Before")))
                .hasStatus(201);

        assertThat(http.get().uri("/api/v1/concerts?sale=all"))
                .bodyJson()
                .extractingPath("$.items[?(@.title == 'Never Heard Before')]")
                .asArray()
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"title\":\"Paper Lanterns\" | \"title\":\"🎻🎻\"",
                "\"startsAt\":\"2026-12-24T10:00:00Z\" | \"startsAt\":\"2026-12-24T09:00:00Z\"",
                "\"startsAt\":\"2026-12-24T10:00:00Z\" | \"startsAt\":\"9999-12-31T23:59:59.9999999Z\"",
                "\"salesOpenAt\":\"2026-11-01T01:00:00Z\" | \"salesOpenAt\":\"1970-01-01T00:00:00Z\"",
                "2026- | 2001-",
                "\"timeZone\":\"Asia/Seoul\" | \"timeZone\":\"UTC\"",
                "\"price\":80000 | \"price\":1",
                "\"price\":80000 | \"price\":100000000",
                "\"rows\":5 | \"rows\":10000",
                "\"name\":\"A\" | \"name\":\"ABCDEFGHIJKLMNOPQRST\"",
                "\"rows\":5,\"seatsPerRow\":10 | \"rows\":1,\"seatsPerRow\":100000"
            })
    void takesWhatIsJustWithinTheLimits(String valid, String other) {
        assertThat(CONCERT).contains(valid);

        assertThat(post(CONCERT.replace(valid, other))).hasStatus(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"title\":\"Paper Lanterns\", | '' | title",
                "\"title\":\"Paper Lanterns\" | \"title\":null | title",
                "\"title\":\"Paper Lanterns\" | \"title\":\"\" | title",
                "\"title\":\"Paper Lanterns\" | \"title\":\" \\u3000\" | title",
                "\"title\":\"Paper Lanterns\" | \"title\":\"Paper\\u0000Lanterns\" | title",
                "\"title\":\"Paper Lanterns\" | \"title\":\"Paper\\nLanterns\" | title",
                "\"title\":\"Paper Lanterns\" | \"title\":\"Paper\\ud83cLanterns\" | title",
                "\"title\":\"Paper Lanterns\" | \"title\":\"Paper\\u200bLanterns\" | title",
                "\"title\":\"Paper Lanterns\" | \"title\":\"Paper \\u202esnretnaL\" | title",
                "\"performer\":\"Quiet Harbour Quartet\" | \"performer\":\"\\u3164\" | performer",
                "\"venue\":\"Maple Lane Hall\" | \"venue\":\"Maple\\u2028Lane\" | venue",
                "\"name\":\"A\" | \"name\":\"A\\ufeff\" | schedules[0].sections[0].name",
                "\"performer\":\"Quiet Harbour Quartet\", | '' | performer",
                "\"performer\":\"Quiet Harbour Quartet\" | \"performer\":\"\\u0000\" | performer",
                "\"venue\":\"Maple Lane Hall\", | '' | venue",
                "\"venue\":\"Maple Lane Hall\" | \"venue\":\"\" | venue",
                "\"timeZone\":\"Asia/Seoul\", | '' | timeZone",
                "Asia/Seoul | Asia/Atlantis | timeZone",
                "Asia/Seoul | asia/seoul | timeZone",
                "Asia/Seoul | +09:00 | timeZone",
                "Asia/Seoul | UTC+9 | timeZone",
                "Asia/Seoul | Z | timeZone",
                "Asia/Seoul | '' | timeZone",
                "\"startsAt\":\"2026-12-24T10:00:00Z\", | '' | schedules[0].startsAt",
                "\"startsAt\":\"2026-12-24T10:00:00Z\" | \"startsAt\":null | schedules[0].startsAt",
                "\"startsAt\":\"2026-12-24T10:00:00Z\" | \"startsAt\":\"2026-12-24T08:59:59.999999Z\""
                        + " | schedules[0].salesCloseAt",
                "\"startsAt\":\"2026-12-24T10:00:00Z\" | \"startsAt\":\"+1000000000-12-31T23:59:59.999999999Z\""
                        + " | schedules[0].startsAt",
                "\"startsAt\":\"2026-12-24T10:00:00Z\" | \"startsAt\":\"+10000-01-01T00:00:00Z\""
                        + " | schedules[0].startsAt",
                "\"salesOpenAt\":\"2026-11-01T01:00:00Z\", | '' | schedules[0].salesOpenAt",
                "\"salesOpenAt\":\"2026-11-01T01:00:00Z\" | \"salesOpenAt\":\"-5000-01-01T00:00:00Z\""
                        + " | schedules[0].salesOpenAt",
                "\"salesOpenAt\":\"2026-11-01T01:00:00Z\" | \"salesOpenAt\":\"1969-12-31T23:59:59Z\""
                        + " | schedules[0].salesOpenAt",
                "\"salesOpenAt\":\"2026-11-01T01:00:00Z\" | \"salesOpenAt\":\"2026-12-24T09:00:00Z\""
                        + " | schedules[0].salesOpenAt",
                "\"salesCloseAt\":\"2026-12-24T09:00:00Z\", | '' | schedules[0].salesCloseAt",
                "\"name\":\"A\", | '' | schedules[0].sections[0].name",
                "\"name\":\"A\" | \"name\":\"ABCDEFGHIJKLMNOPQRSTU\" | schedules[0].sections[0].name",
                "\"name\":\"A\" | \"name\":\"A\\u0000\" | schedules[0].sections[0].name",
                "\"rows\":5, | '' | schedules[0].sections[0].rows",
                "\"rows\":5 | \"rows\":0 | schedules[0].sections[0].rows",
                "\"rows\":5 | \"rows\":-5 | schedules[0].sections[0].rows",
                "\"rows\":5 | \"rows\":100001 | schedules[0].sections[0].rows",
                "\"rows\":5 | \"rows\":10001 | schedules[0].sections",
                "\"rows\":5,\"seatsPerRow\":10 | \"rows\":2147483647,\"seatsPerRow\":2147483647"
                        + " | schedules[0].sections",
                "\"rows\":5,\"seatsPerRow\":10 | \"rows\":65536,\"seatsPerRow\":65536 | schedules[0].sections",
                "\"seatsPerRow\":10, | '' | schedules[0].sections[0].seatsPerRow",
                "\"seatsPerRow\":10 | \"seatsPerRow\":0 | schedules[0].sections[0].seatsPerRow",
                "\"price\":80000 | \"price\":null | schedules[0].sections[0].price",
                "\"price\":80000 | \"price\":0 | schedules[0].sections[0].price",
                "\"price\":80000 | \"price\":100000001 | schedules[0].sections[0].price"
            })
    void namesTheFieldThatBreaksARule(String valid, String broken, String field) {
        assertThat(CONCERT).contains(valid);

        var answer = post(CONCERT.replace(valid, broken));

        assertThat(answer).hasStatus(400);
        assertThat(brokenFields(answer)).contains(field);
        assertThat(stored.count()).isZero();
        assertThat(seats.heard()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "100, true", "101, false"})
    void takesOneToAHundredSchedules(int count, boolean valid) {
        var answer = post(CONCERT.replace(SCHEDULE, repeated(SCHEDULE, count)));

        assertThat(answer).hasStatus(valid ? 201 : 400);
        if (!valid) {
            assertThat(brokenFields(answer)).containsExactly("schedules");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "100, true", "101, false"})
    void takesOneToAHundredSections(int count, boolean valid) {
        var sections = IntStream.range(0, count)
                .mapToObj(number -> SECTION.replace("\"A\"", "\"A" + number + "\""))
                .collect(Collectors.joining(","));

        var answer = post(CONCERT.replace(SECTION, sections));

        assertThat(answer).hasStatus(valid ? 201 : 400);
        if (!valid) {
            assertThat(brokenFields(answer)).containsExactly("schedules[0].sections");
        }
    }

    @Test
    void takesTwoHundredCharactersWhateverTheyTakeInMemory() {
        assertThat(post(CONCERT.replace("Paper Lanterns", "🎻".repeat(200)))).hasStatus(201);
        assertThat(post(CONCERT.replace("Paper Lanterns", "🎻".repeat(201)))).hasStatus(400);
        assertThat(post(CONCERT.replace("Paper Lanterns", "a".repeat(201)))).hasStatus(400);
        assertThat(post(CONCERT.replace("Maple Lane Hall", "a".repeat(201)))).hasStatus(400);
        assertThat(post(CONCERT.replace("Quiet Harbour Quartet", "a".repeat(201))))
                .hasStatus(400);
    }

    @Test
    void refusesTwoSectionsOfOneNameInAScheduleButNotInAConcert() {
        var twins = post(CONCERT.replace(SECTION, repeated(SECTION, 2)));

        assertThat(twins).hasStatus(400);
        assertThat(brokenFields(twins)).containsExactly("schedules[0].sections");
        assertThat(post(CONCERT.replace(SCHEDULE, repeated(SCHEDULE, 2)))).hasStatus(201);
        assertThat(post(CONCERT.replace(SECTION, SECTION + "," + SECTION.replace("\"A\"", "\"a\""))))
                .hasStatus(201);
    }

    @Test
    void keepsTextsInOneFormOfUnicodeAndComparesThemSo() {
        var answer = post(
                CONCERT.replace("Paper Lanterns", "\u1100\u1161".repeat(200)).replace("Maple Lane Hall", "Cafe\u0301"));

        assertThat(answer).hasStatus(201);
        assertThat(answer).bodyJson().extractingPath("$.title").isEqualTo("\uac00".repeat(200));
        assertThat(answer).bodyJson().extractingPath("$.venue").isEqualTo("Caf\u00e9");

        var named = SECTION.replace("\"A\"", "\"\uac00\"");
        assertThat(post(CONCERT.replace(SECTION, named.replace("\uac00", "\u1100\u1161"))))
                .hasStatus(201);
        assertThat(seats.heard().getLast().sections())
                .singleElement()
                .satisfies(section -> assertThat(section.name()).isEqualTo("\uac00"));
        assertThat(brokenFields(post(CONCERT.replace(SECTION, named + "," + named.replace("\uac00", "\u1100\u1161")))))
                .containsExactly("schedules[0].sections");
    }

    @Test
    void countsTheSeatsOfAllSectionsTogether() {
        var half = SECTION.replace("\"rows\":5", "\"rows\":5000");
        var rest = half.replace("\"A\"", "\"B\"");

        assertThat(post(CONCERT.replace(SECTION, half + "," + rest))).hasStatus(201);
        assertThat(brokenFields(post(CONCERT.replace(SECTION, half + "," + rest.replace(":5000", ":5001")))))
                .containsExactly("schedules[0].sections");
    }

    @Test
    void refusesListsThatAreMissingOrHoldNull() {
        assertThat(brokenFields(post(CONCERT.replace("[" + SCHEDULE + "]", "null"))))
                .containsExactly("schedules");
        assertThat(brokenFields(post(CONCERT.replace(SCHEDULE, "null")))).containsExactly("schedules[0]");
        assertThat(brokenFields(post(CONCERT.replace("[" + SECTION + "]", "null"))))
                .containsExactly("schedules[0].sections");
        assertThat(brokenFields(post(CONCERT.replace(SECTION, SECTION + ",null"))))
                .containsExactly("schedules[0].sections[1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1798106400",
                "1798106400.5",
                "\"1798106400\"",
                "\"\"",
                "\"tomorrow\"",
                "\"2026-12-24\"",
                "\"2026-12-24T10:00:00\"",
                "\"2026-02-30T10:00:00Z\"",
                "[]",
                "{}",
                "true"
            })
    void readsInstantsAsTheContractWritesThem(String startsAt) {
        assertThat(post(CONCERT.replace("\"2026-12-24T10:00:00Z\"", startsAt))).hasStatus(400);
        assertThat(stored.count()).isZero();
    }

    @Test
    void keepsInstantsToTheMicrosecond() {
        var answer = post(CONCERT.replace("2026-12-24T10:00:00Z", "2026-12-24T10:00:00.123456999Z"));

        assertThat(answer)
                .bodyJson()
                .extractingPath("$.schedules[0].startsAt")
                .isEqualTo("2026-12-24T10:00:00.123456Z");
        assertThat(post(CONCERT.replace("2026-11-01T01:00:00Z", "2026-12-24T08:59:59.999999Z")
                        .replace("2026-12-24T09:00:00Z", "2026-12-24T08:59:59.999999999Z")))
                .hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "42", "{}", "{\"schedules\":{}}"})
    void refusesABodyThatIsNoConcert(String body) {
        assertThat(post(body)).hasStatus(400);
    }

    @Test
    void takesAndAnswersJsonAlone() {
        assertThat(http.post()
                        .uri("/api/v1/admin/concerts")
                        .principal(() -> "the-admin")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content(CONCERT))
                .hasStatus(415);
        assertThat(http.post()
                        .uri("/api/v1/admin/concerts")
                        .principal(() -> "the-admin")
                        .contentType(MediaType.APPLICATION_JSON)
                        .accept(MediaType.APPLICATION_XML)
                        .content(CONCERT))
                .hasStatus(406);
        assertThat(stored.count()).isZero();
    }

    @Test
    void publishesNothingWhereTheSeatsCanNotBeWritten() {
        seats.reactBy(event -> {
            throw new IllegalStateException("no room for these seats");
        });

        assertThat(post(CONCERT)).hasStatus(500);

        assertThat(stored.count()).isZero();
    }

    @Test
    void publishesOnceUnderAKeyAndAnswersAsItWasThen() throws Exception {
        var first = post(CONCERT, "ann", "a-key");
        var location = Objects.requireNonNull(first.getResponse().getHeader("Location"));
        assertThat(http.patch()
                        .uri(location.replace("/api/v1/", "/api/v1/admin/"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("If-Match", "*")
                        .content("{\"title\":\"Changed\"}"))
                .hasStatusOk();

        var again = post(CONCERT.replace(",", ", "), "ann", "a-key");

        assertThat(first).hasStatus(201).doesNotContainHeader("Idempotency-Replayed");
        assertThat(again)
                .hasStatus(201)
                .hasHeader("Idempotency-Replayed", "true")
                .hasHeader("Location", location)
                .hasHeader("ETag", "\"1\"")
                .bodyJson()
                .isStrictlyEqualTo(first.getResponse().getContentAsString());
        assertThat(stored.count()).isEqualTo(1);
        assertThat(seats.heard()).hasSize(1);
        assertThat(post(CONCERT, "bob", "a-key")).hasStatus(201).doesNotContainHeader("Idempotency-Replayed");
        assertThat(post(CONCERT, "ann", "b-key")).hasStatus(201).doesNotContainHeader("Idempotency-Replayed");
        assertThat(stored.count()).isEqualTo(3);
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherConcert() {
        assertThat(post(CONCERT, "ann", "a-key")).hasStatus(201);

        for (var other : List.of(
                CONCERT.replace("Paper Lanterns", "Brass Lanterns"),
                CONCERT.replace("\"price\":80000", "\"price\":80001"),
                CONCERT.replace("\"timeZone\"", "\"hidden\":true,\"timeZone\""))) {
            assertThat(post(other, "ann", "a-key"))
                    .hasStatus(422)
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo("idempotency-key-reused");
        }
        assertThat(stored.count()).isEqualTo(1);
    }

    @Test
    void freesTheKeyOfARequestThatWasRefused() {
        seats.reactBy(event -> {
            throw new IllegalStateException("no room for these seats");
        });
        assertThat(post(CONCERT, "ann", "a-key")).hasStatus(500);
        seats.forget();

        assertThat(post(CONCERT.replace("Paper Lanterns", "Brass Lanterns"), "ann", "a-key"))
                .hasStatus(201)
                .doesNotContainHeader("Idempotency-Replayed");
    }

    @Test
    void publishesOnceForTwinsThatComeAtTheSameTime() {
        var answers = AtOnce.times(4, () -> post(CONCERT, "ann", "a-key"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer).hasStatus(201));
        assertThat(answers.stream()
                        .map(answer -> answer.getResponse().getHeader("Location"))
                        .distinct())
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.getResponse().getHeader("Idempotency-Replayed") == null))
                .hasSize(1);
        assertThat(stored.count()).isEqualTo(1);
    }

    private MvcTestResult post(String body, String user, String key) {
        return http.post()
                .uri("/api/v1/admin/concerts")
                .principal(() -> user)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .content(body)
                .exchange();
    }

    private MvcTestResult post(String body) {
        return http.post()
                .uri("/api/v1/admin/concerts")
                .principal(() -> "the-admin")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static List<String> brokenFields(MvcTestResult answer) {
        try {
            return new JsonMapper()
                    .readTree(answer.getResponse().getContentAsString())
                    .path("errors")
                    .valueStream()
                    .map(error -> error.path("field").asString())
                    .toList();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String repeated(String json, int count) {
        return String.join(",", Collections.nCopies(count, json));
    }
}
