package dev.frontrow.concert.adapter.in.web;

import static dev.frontrow.concert.adapter.in.web.Organiser.CONCERT;
import static dev.frontrow.concert.adapter.in.web.Organiser.SCHEDULE;
import static dev.frontrow.concert.adapter.in.web.Organiser.SECTION;
import static dev.frontrow.concert.adapter.in.web.Organiser.brokenFields;
import static dev.frontrow.concert.adapter.in.web.Organiser.json;
import static dev.frontrow.concert.adapter.in.web.Organiser.section;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.SeatsStandIn;
import dev.frontrow.concert.StoredConcerts;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be published, and what breaks a rule. */
@ModuleTest
class ConcertLimitsTests {

    private final StoredConcerts stored;
    private final SeatsStandIn seats;
    private final Organiser organiser;

    ConcertLimitsTests(StoredConcerts stored, SeatsStandIn seats, Organiser organiser) {
        this.stored = stored;
        this.seats = seats;
        this.organiser = organiser;
    }

    @BeforeEach
    void noConcert() {
        stored.clear();
        seats.forget();
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
                "\"price\":80000 | \"price\":0",
                "\"price\":80000 | \"price\":100000000",
                "\"rows\":5 | \"rows\":10000",
                "\"name\":\"A\" | \"name\":\"ABCDEFGHIJKLMNOPQRST\"",
                "\"rows\":5,\"seatsPerRow\":10 | \"rows\":1,\"seatsPerRow\":100000"
            })
    void takesWhatIsJustWithinTheLimits(String valid, String other) {
        assertThat(CONCERT).contains(valid);

        assertThat(organiser.publish(CONCERT.replace(valid, other))).hasStatus(201);
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
                "\"price\":80000 | \"price\":-1 | schedules[0].sections[0].price",
                "\"price\":80000 | \"price\":100000001 | schedules[0].sections[0].price"
            })
    void namesTheFieldThatBreaksARule(String valid, String broken, String field) {
        assertThat(CONCERT).contains(valid);

        var answer = organiser.publish(CONCERT.replace(valid, broken));

        assertThat(answer).hasStatus(400);
        assertThat(brokenFields(answer)).contains(field);
        assertThat(stored.count()).isZero();
        assertThat(seats.heard()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "100, true", "101, false"})
    void takesOneToAHundredSchedules(int count, boolean valid) {
        var answer = organiser.publish(CONCERT.replace(SCHEDULE, repeated(SCHEDULE, count)));

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

        var answer = organiser.publish(CONCERT.replace(SECTION, sections));

        assertThat(answer).hasStatus(valid ? 201 : 400);
        if (!valid) {
            assertThat(brokenFields(answer)).containsExactly("schedules[0].sections");
        }
    }

    @Test
    void takesTwoHundredCharactersWhateverTheyTakeInMemory() {
        assertThat(organiser.publish(CONCERT.replace("Paper Lanterns", "🎻".repeat(200))))
                .hasStatus(201);
        assertThat(organiser.publish(CONCERT.replace("Paper Lanterns", "🎻".repeat(201))))
                .hasStatus(400);
        assertThat(organiser.publish(CONCERT.replace("Paper Lanterns", "a".repeat(201))))
                .hasStatus(400);
        assertThat(organiser.publish(CONCERT.replace("Maple Lane Hall", "a".repeat(201))))
                .hasStatus(400);
        assertThat(organiser.publish(CONCERT.replace("Quiet Harbour Quartet", "a".repeat(201))))
                .hasStatus(400);
    }

    @Test
    void refusesTwoSectionsOfOneNameInAScheduleButNotInAConcert() {
        var twins = organiser.publish(CONCERT.replace(SECTION, repeated(SECTION, 2)));

        assertThat(twins).hasStatus(400);
        assertThat(brokenFields(twins)).containsExactly("schedules[0].sections");
        assertThat(organiser.publish(CONCERT.replace(SCHEDULE, repeated(SCHEDULE, 2))))
                .hasStatus(201);
        assertThat(organiser.publish(CONCERT.replace(SECTION, SECTION + "," + SECTION.replace("\"A\"", "\"a\""))))
                .hasStatus(201);
    }

    @Test
    void keepsTextsInOneFormOfUnicodeAndComparesThemSo() {
        var answer = organiser.publish(
                CONCERT.replace("Paper Lanterns", "\u1100\u1161".repeat(200)).replace("Maple Lane Hall", "Cafe\u0301"));

        assertThat(answer).hasStatus(201);
        assertThat(answer).bodyJson().extractingPath("$.title").isEqualTo("\uac00".repeat(200));
        assertThat(answer).bodyJson().extractingPath("$.venue").isEqualTo("Caf\u00e9");

        var named = SECTION.replace("\"A\"", "\"\uac00\"");
        assertThat(organiser.publish(CONCERT.replace(SECTION, named.replace("\uac00", "\u1100\u1161"))))
                .hasStatus(201);
        assertThat(seats.heard().getLast().sections())
                .singleElement()
                .satisfies(section -> assertThat(section.name()).isEqualTo("\uac00"));
        assertThat(brokenFields(organiser.publish(
                        CONCERT.replace(SECTION, named + "," + named.replace("\uac00", "\u1100\u1161")))))
                .containsExactly("schedules[0].sections");
    }

    @Test
    void countsTheSeatsOfAllSectionsTogether() {
        var half = SECTION.replace("\"rows\":5", "\"rows\":5000");
        var rest = half.replace("\"A\"", "\"B\"");

        assertThat(organiser.publish(CONCERT.replace(SECTION, half + "," + rest)))
                .hasStatus(201);
        assertThat(brokenFields(
                        organiser.publish(CONCERT.replace(SECTION, half + "," + rest.replace(":5000", ":5001")))))
                .containsExactly("schedules[0].sections");
    }

    @Test
    void refusesListsThatAreMissingOrHoldNull() {
        assertThat(brokenFields(organiser.publish(CONCERT.replace("[" + SCHEDULE + "]", "null"))))
                .containsExactly("schedules");
        assertThat(brokenFields(organiser.publish(CONCERT.replace(SCHEDULE, "null"))))
                .containsExactly("schedules[0]");
        assertThat(brokenFields(organiser.publish(CONCERT.replace("[" + SECTION + "]", "null"))))
                .containsExactly("schedules[0].sections");
        assertThat(brokenFields(organiser.publish(CONCERT.replace(SECTION, SECTION + ",null"))))
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
        assertThat(organiser.publish(CONCERT.replace("\"2026-12-24T10:00:00Z\"", startsAt)))
                .hasStatus(400);
        assertThat(stored.count()).isZero();
    }

    @Test
    void keepsInstantsToTheMicrosecond() {
        var answer = organiser.publish(CONCERT.replace("2026-12-24T10:00:00Z", "2026-12-24T10:00:00.123456999Z"));

        assertThat(answer)
                .bodyJson()
                .extractingPath("$.schedules[0].startsAt")
                .isEqualTo("2026-12-24T10:00:00.123456Z");
        assertThat(organiser.publish(CONCERT.replace("2026-11-01T01:00:00Z", "2026-12-24T08:59:59.999999Z")
                        .replace("2026-12-24T09:00:00Z", "2026-12-24T08:59:59.999999999Z")))
                .hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "42", "{}", "{\"schedules\":{}}"})
    void refusesABodyThatIsNoConcert(String body) {
        assertThat(organiser.publish(body)).hasStatus(400);
    }

    private static String repeated(String json, int count) {
        return String.join(",", Collections.nCopies(count, json));
    }
}
