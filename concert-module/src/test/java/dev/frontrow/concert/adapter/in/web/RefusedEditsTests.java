package dev.frontrow.concert.adapter.in.web;

import static dev.frontrow.concert.adapter.in.web.Organiser.CONCERTS;
import static dev.frontrow.concert.adapter.in.web.Organiser.errors;
import static dev.frontrow.concert.adapter.in.web.Organiser.id;
import static dev.frontrow.concert.adapter.in.web.Organiser.json;
import static dev.frontrow.concert.adapter.in.web.Organiser.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ChangesStandIn;
import dev.frontrow.concert.StoredConcerts;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What can not be changed, not any more, or not unseen. */
@ModuleTest
class RefusedEditsTests {

    private final MockMvcTester http;
    private final StoredConcerts stored;
    private final ChangesStandIn changes;
    private final Organiser organiser;

    RefusedEditsTests(MockMvcTester http, StoredConcerts stored, ChangesStandIn changes, Organiser organiser) {
        this.http = http;
        this.stored = stored;
        this.changes = changes;
        this.organiser = organiser;
    }

    @BeforeEach
    void noConcert() {
        stored.clear();
        changes.forget();
    }

    @AfterEach
    void nobodyReacts() {
        changes.forget();
    }

    @Test
    void movesNoScheduleThatHasBegunNorAnyIntoThePast() {
        var concert = organiser.published("");
        var schedules = json(organiser.get(concert)).path("schedules");
        stored.begin(id(schedules.path(0)));

        var answer = organiser.patch(concert, "*", """
                {"title":"Never","schedules":[{"id":"%s","startsAt":"%s"},{"id":"%s","startsAt":"%s","salesOpenAt":"%s","salesCloseAt":"%s"}]}""".formatted(
                        id(schedules.path(0)),
                        organiser.now().plus(Duration.ofDays(9)),
                        id(schedules.path(1)),
                        organiser.now().minusSeconds(1),
                        organiser.now().minusSeconds(3),
                        organiser.now().minusSeconds(2)));

        refused(answer, 409, "change-not-allowed");
        assertThat(errors(answer))
                .containsExactly(
                        "schedules[0].startsAt can't be moved any more, as it has begun",
                        "schedules[1].startsAt can't be moved into the past");
        assertThat(organiser.get(concert)).hasHeader("ETag", "\"1\"");
        assertThat(json(organiser.get(concert)).path("title").asString()).isEqualTo("Paper Lanterns");
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
        var concert = organiser.published("");
        var schedule = id(json(organiser.get(concert)).path("schedules").path(0));

        var answer = organiser.patch(concert, "*", "{\"title\":\"Never\"," + member.replace("%s", schedule) + "}");

        refused(answer, 409, "change-not-allowed");
        assertThat(errors(answer)).containsExactly(field + " can't be changed");
        assertThat(organiser.get(concert)).hasHeader("ETag", "\"1\"");
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
                        + "|schedules[0].sections[0].price must be greater than or equal to 0",
                "\"schedules\":[{\"id\":\"%s\",\"sections\":[{\"name\":\"A\",\"price\":100000001}]}]"
                        + "|schedules[0].sections[0].price must be less than or equal to 100000000",
                "\"schedules\":[{\"id\":\"%s\",\"sections\":[{\"name\":\"A\",\"price\":1.5}]}]"
                        + "|schedules[0].sections[0].price must be an integer within its range"
            })
    void namesWhatCanBeNoChange(String member, String error) {
        var concert = organiser.published("");
        var schedule = id(json(organiser.get(concert)).path("schedules").path(0));
        var body = "{\"performer\":\"Never\"," + member.replace("%s", schedule) + "}";

        for (var seen : List.of("\"1\"", "\"99\"")) {
            var answer = organiser.patch(concert, seen, body);

            refused(answer, 400, "invalid-request");
            assertThat(errors(answer)).containsExactly(error);
        }
        refused(organiser.patch(concert, null, body), 400, "invalid-request");
        assertThat(organiser.get(concert)).hasHeader("ETag", "\"1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"x\"", "{\"title\":\"a\",\"title\":\"a\"}", "{\"title\":\"\u200b\"}"})
    void refusesABodyThatIsNoChange(String body) {
        refused(organiser.patch(organiser.published(""), "*", body), 400, "invalid-request");
    }

    @Test
    void wantsToKnowWhatTheAdminSaw() {
        var concert = organiser.published("");
        var nobody = new UUID(1, 1).toString();

        refused(organiser.patch(concert, null, "{\"timeZone\":\"UTC\"}"), 428, "precondition-required");
        refused(organiser.patch(concert, "\"2\"", "{\"timeZone\":\"UTC\"}"), 412, "precondition-failed");
        refused(organiser.patch(concert, "W/\"1\"", "{\"title\":\"Never\"}"), 412, "precondition-failed");
        refused(organiser.patch(concert, "1", "{\"title\":\"Never\"}"), 400, "invalid-request");
        refused(organiser.patch(nobody, null, "{}"), 404, "concert-not-found");
        refused(organiser.patch("x", "*", "{}"), 404, "concert-not-found");
        refused(organiser.get(nobody), 404, "concert-not-found");
        assertThat(organiser.get(concert)).hasHeader("ETag", "\"1\"");
    }

    @Test
    void letsOneOfTwoAdminsWinWhoHaveSeenTheSame() {
        var concert = organiser.published("");

        var answers = AtOnce.each(
                List.of("One", "Two", "Three", "Four"),
                title -> organiser
                        .patch(concert, "\"1\"", "{\"title\":\"" + title + "\"}")
                        .getResponse()
                        .getStatus());

        assertThat(answers).containsExactlyInAnyOrder(200, 412, 412, 412);
        assertThat(organiser.get(concert)).hasHeader("ETag", "\"2\"");
    }

    @Test
    void changesNothingWhereALineOrSeatsCanNotFollow() {
        var concert = organiser.published("");
        var schedule = json(organiser.get(concert)).path("schedules").path(0);
        changes.reactBy(event -> {
            throw new IllegalStateException("can't follow");
        });

        assertThat(organiser.move(
                        concert,
                        schedule,
                        organiser.now().plus(Duration.ofDays(40)).toString()))
                .hasStatus(500);

        assertThat(organiser.get(concert)).hasHeader("ETag", "\"1\"");
        assertThat(json(organiser.get(concert)).path("schedules").path(0)).isEqualTo(schedule);
    }

    @Test
    void takesAChangeAsJsonAlone() {
        var concert = organiser.published("");

        assertThat(http.patch()
                        .uri(CONCERTS + "/" + concert)
                        .contentType(MediaType.TEXT_PLAIN)
                        .header("If-Match", "*")
                        .content("{}"))
                .hasStatus(415);
    }
}
