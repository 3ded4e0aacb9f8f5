package dev.frontrow.concert.adapter.in.web;

import static dev.frontrow.concert.adapter.in.web.Organiser.errors;
import static dev.frontrow.concert.adapter.in.web.Organiser.id;
import static dev.frontrow.concert.adapter.in.web.Organiser.json;
import static dev.frontrow.concert.adapter.in.web.Organiser.refused;
import static dev.frontrow.concert.adapter.in.web.Organiser.section;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ChangesStandIn;
import dev.frontrow.concert.SalesChanged;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.concert.SeatsStandIn;
import dev.frontrow.concert.SectionAdded;
import dev.frontrow.concert.StoredConcerts;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** More dates, more seats. */
@ModuleTest
class AddingToConcertsTests {

    private final StoredConcerts stored;
    private final ChangesStandIn changes;
    private final SeatsStandIn seats;
    private final Organiser organiser;

    AddingToConcertsTests(StoredConcerts stored, ChangesStandIn changes, SeatsStandIn seats, Organiser organiser) {
        this.stored = stored;
        this.changes = changes;
        this.seats = seats;
        this.organiser = organiser;
    }

    @BeforeEach
    void noConcert() {
        stored.clear();
        changes.forget();
    }

    @Test
    void addsADateWithItsSeats() {
        var concert = organiser.published("");
        seats.forget();

        var answer = organiser.add("/concerts/" + concert + "/schedules", schedule(3), null);

        assertThat(answer)
                .hasStatus(201)
                .hasHeader("ETag", "\"2\"")
                .hasHeader("Location", "/api/v1/concerts/" + concert);
        assertThat(json(answer).path("schedules").size()).isEqualTo(3);
        assertThat(json(answer)).isEqualTo(json(organiser.get(concert)));
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
        var concert = organiser.published("");
        var schedule = id(json(organiser.get(concert)).path("schedules").path(0));

        var answer = organiser.add("/schedules/" + schedule + "/sections", section("C", 3, 40_000), null);

        assertThat(answer)
                .hasStatus(201)
                .hasHeader("ETag", "\"2\"")
                .hasHeader("Location", "/api/v1/concerts/" + concert);
        var enlarged = json(answer).path("schedules").path(0);
        assertThat(enlarged.path("seatCount").asInt()).isEqualTo(73);
        assertThat(enlarged.path("lowestPrice").asLong()).isEqualTo(40_000);
        assertThat(enlarged.path("sections").path(2).toString())
                .isEqualTo("{\"name\":\"C\",\"price\":40000,\"seatCount\":3}");
        assertThat(json(answer)).isEqualTo(json(organiser.get(concert)));
        assertThat(changes.heard())
                .containsExactly(
                        new SectionAdded(ScheduleId.of(schedule), new ScheduleOpened.Section("C", 1, 3, 40_000), 3));
    }

    @Test
    void addsNothingWhereTimeOrStateForbidIt() {
        var concert = organiser.published("");
        var schedules = json(organiser.get(concert)).path("schedules");
        stored.begin(id(schedules.path(1)));
        var sections = "/schedules/" + id(schedules.path(0)) + "/sections";

        forbidden(organiser.add(sections, section("A", 1, 1), null), "name is the name of a section already");
        forbidden(
                organiser.add(sections, section("C", 99_931, 1), null), "rows would be more than 100000 seats in all");
        forbidden(
                organiser.add("/schedules/" + id(schedules.path(1)) + "/sections", section("C", 1, 1), null),
                "$ can't be added any more, as the schedule has begun");
        assertThat(organiser.add(sections, section("C", 99_930, 1), null)).hasStatus(201);
        for (int i = 3; i <= 100; i++) {
            assertThat(organiser.add("/concerts/" + concert + "/schedules", schedule(i), null))
                    .hasStatus(201);
        }
        forbidden(
                organiser.add("/concerts/" + concert + "/schedules", schedule(101), null),
                "$ is one schedule more than the 100 there may be");
        assertThat(organiser.get(concert)).hasHeader("ETag", "\"100\"");
    }

    @Test
    void addsNothingToWhatIsNotThereNorWhatIsNone() {
        var concert = organiser.published("");
        var nobody = new UUID(1, 1);

        refused(organiser.add("/concerts/" + nobody + "/schedules", schedule(1), "a-key"), 404, "concert-not-found");
        refused(
                organiser.add("/schedules/" + nobody + "/sections", section("C", 1, 1), "a-key"),
                404,
                "schedule-not-found");
        refused(organiser.add("/concerts/" + concert + "/schedules", "{}", null), 400, "invalid-request");
        refused(organiser.add("/schedules/" + nobody + "/sections", "{\"name\":\"C\"}", null), 400, "invalid-request");
        assertThat(organiser.get(concert)).hasHeader("ETag", "\"1\"");
    }

    @Test
    void addsOnceUnderAKeyAndAnswersAsItWasThen() {
        var concert = organiser.published("");
        var sections = "/schedules/"
                + id(json(organiser.get(concert)).path("schedules").path(0)) + "/sections";
        var dates = "/concerts/" + concert + "/schedules";
        var section = organiser.add(sections, section("C", 3, 40_000), "a-key");
        var date = organiser.add(dates, schedule(3), "a-key");

        assertThat(section).hasStatus(201);
        assertThat(date).hasStatus(201);
        for (var again : List.of(
                organiser.add(sections, section("C", 3, 40_000), "a-key"),
                organiser.add(dates, schedule(3), "a-key"))) {
            assertThat(again).hasStatus(201).hasHeader("Idempotency-Replayed", "true");
        }
        assertThat(json(organiser.add(sections, section("C", 3, 40_000), "a-key")))
                .isEqualTo(json(section));
        refused(organiser.add(sections, section("D", 3, 40_000), "a-key"), 422, "idempotency-key-reused");
        refused(organiser.add(dates, schedule(4), "a-key"), 422, "idempotency-key-reused");
        assertThat(organiser.get(concert)).hasHeader("ETag", "\"3\"");
    }

    private String schedule(int days) {
        var starts = organiser.now().plus(Duration.ofDays(20 + days));
        return """
                {"startsAt":"%s","salesOpenAt":"%s","salesCloseAt":"%s","sections":[%s]}""".formatted(starts, organiser.now(), starts, section("A", 10, 80_000));
    }

    private static void forbidden(MvcTestResult answer, String error) {
        refused(answer, 409, "change-not-allowed");
        assertThat(errors(answer)).containsExactly(error);
    }
}
