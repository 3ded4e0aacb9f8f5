package dev.frontrow.concert.adapter.in.web;

import static dev.frontrow.concert.adapter.in.web.Organiser.CONCERTS;
import static dev.frontrow.concert.adapter.in.web.Organiser.id;
import static dev.frontrow.concert.adapter.in.web.Organiser.json;
import static dev.frontrow.concert.adapter.in.web.Organiser.refused;
import static dev.frontrow.concert.adapter.in.web.Organiser.section;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ChangesStandIn;
import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.SaleRescheduled;
import dev.frontrow.concert.SalesChanged;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleMoved;
import dev.frontrow.concert.SectionsPriced;
import dev.frontrow.concert.StoredConcerts;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jmolecules.event.types.DomainEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** What admins change of what is published, and what then reads differently. */
@ModuleTest
class EditingConcertsTests {

    private final MockMvcTester http;
    private final StoredConcerts stored;
    private final ChangesStandIn changes;
    private final ConcertSales sales;
    private final Organiser organiser;

    EditingConcertsTests(
            MockMvcTester http,
            StoredConcerts stored,
            ChangesStandIn changes,
            ConcertSales sales,
            Organiser organiser) {
        this.http = http;
        this.stored = stored;
        this.changes = changes;
        this.sales = sales;
        this.organiser = organiser;
    }

    @BeforeEach
    void noConcert() {
        stored.clear();
        changes.forget();
    }

    @Test
    void showsAConcertAsItCanBeChangedWithItsVersion() {
        var concert = organiser.published("");

        var answer = organiser.get(concert);

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
        var concert = organiser.published("");
        var before = json(organiser.get(concert));

        var answer = organiser.patch(concert, "\"1\"", "{\"title\":\"Brass Lanterns\",\"venue\":\"Cafe\u0301\"}");

        assertThat(answer).hasStatusOk().hasHeader("ETag", "\"2\"");
        var after = json(answer);
        assertThat(after.path("title").asString()).isEqualTo("Brass Lanterns");
        assertThat(after.path("venue").asString()).isEqualTo("Caf\u00e9");
        assertThat(after.path("performer")).isEqualTo(before.path("performer"));
        assertThat(after.path("schedules")).isEqualTo(before.path("schedules"));
        assertThat(json(organiser.get(concert))).isEqualTo(after);
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
        var concert = organiser.published("");
        var before = json(organiser.get(concert));
        var second = before.path("schedules").path(1);
        var closes = organiser.now().plus(Duration.ofHours(3));

        var answer = organiser.patch(concert, "\"1\"", """
                {"schedules":[{"id":"%s","salesCloseAt":"%s","sections":[{"name":"B","price":45000}]}]}""".formatted(id(second), closes));

        assertThat(answer).hasStatusOk();
        var after = json(answer).path("schedules");
        assertThat(after.path(0)).isEqualTo(before.path("schedules").path(0));
        assertThat(after.path(1).path("salesCloseAt").asString()).isEqualTo(closes.toString());
        assertThat(after.path(1).path("lowestPrice").asLong()).isEqualTo(45_000);
        assertThat(after.path(1).path("sections").path(0))
                .isEqualTo(second.path("sections").path(0));
        assertThat(changes.heard())
                .hasSize(3)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                SalesChanged.class,
                                changed ->
                                        assertThat(changed.sale().lastClosing()).isEqualTo(closesOf(before, 0))))
                .anySatisfy(event -> assertThat(event).isInstanceOfSatisfying(SaleRescheduled.class, changed -> {
                    assertThat(changed.scheduleId()).hasToString(id(second));
                    assertThat(changed.window().closesAt()).isEqualTo(closes);
                }))
                .contains((DomainEvent) new SectionsPriced(
                        List.of(new SectionsPriced.Section(ScheduleId.of(id(second)), "B", 45_000))));
        assertThat(sales.current(List.of(ScheduleId.of(id(second)))).values())
                .singleElement()
                .satisfies(sale -> assertThat(sale.window().closesAt()).isEqualTo(closes));
    }

    @Test
    void opensAndClosesASaleNow() {
        var concert = organiser.published("");
        var schedule = json(organiser.get(concert)).path("schedules").path(0);

        var closed = organiser.patch(concert, "*", """
                {"schedules":[{"id":"%s","salesCloseAt":"%s"}]}""".formatted(id(schedule), organiser.now()));

        assertThat(json(closed).path("schedules").path(0).path("saleStatus").asString())
                .isEqualTo("CLOSED");
        var opened = organiser.patch(concert, "*", """
                {"schedules":[{"id":"%s","salesOpenAt":"%s","salesCloseAt":"%s"}]}""".formatted(
                        id(schedule), organiser.now(), organiser.now().plusSeconds(3_600)));
        assertThat(json(opened).path("schedules").path(0).path("saleStatus").asString())
                .isEqualTo("OPEN");
    }

    @Test
    void movesAScheduleAndSaysWhereFrom() {
        var concert = organiser.published("");
        var schedule = json(organiser.get(concert)).path("schedules").path(0);
        var first = schedule.path("startsAt").asString();
        var second = organiser.now().plus(Duration.ofDays(20)).toString();
        var third = organiser.now().plus(Duration.ofDays(30)).toString();

        assertThat(movedFrom(organiser.move(concert, schedule, second), schedule))
                .isEqualTo(first);
        assertThat(movedFrom(organiser.move(concert, schedule, third), schedule))
                .isEqualTo(first);
        var back = organiser.move(concert, schedule, first);

        assertThat(json(back).path("schedules").path(0).path("movedFrom").isNull())
                .isTrue();
        assertThat(json(back).path("schedules").path(0)).isEqualTo(schedule);
        assertThat(changes.heard())
                .extracting(event -> ((ScheduleMoved) event).startsAt().toString())
                .containsExactly(second, third, first);
    }

    @Test
    void takesWhatItShowsItselfAsNoChange() throws UnsupportedEncodingException {
        var concert = organiser.published("");
        var shown = organiser.get(concert);

        var answer = organiser.patch(concert, "\"1\"", shown.getResponse().getContentAsString());

        assertThat(answer).hasStatusOk().hasHeader("ETag", "\"1\"");
        assertThat(organiser.patch(concert, "\"1\"", "{}")).hasStatusOk().hasHeader("ETag", "\"1\"");
        assertThat(organiser.patch(
                        concert, "\"1\"", "{\"title\":\"Paper Lanterns\",\"hidden\":false,\"schedules\":[]}"))
                .hasStatusOk()
                .hasHeader("ETag", "\"1\"");
        assertThat(changes.heard()).isEmpty();
    }

    @Test
    void takesWhatItShowsBeforeAndAfterTheSaleAsNoChangeToo() throws UnsupportedEncodingException {
        var concert = organiser.published("");
        var schedule = json(organiser.get(concert)).path("schedules").path(0);

        for (var times : List.of(
                "\"salesOpenAt\":\"" + organiser.now().plusSeconds(3_600) + "\"",
                "\"salesOpenAt\":\"" + organiser.now().minusSeconds(60) + "\",\"salesCloseAt\":\"" + organiser.now()
                        + "\"")) {
            var shown = organiser.patch(
                    concert, "*", "{\"schedules\":[{\"id\":\"%s\",%s}]}".formatted(id(schedule), times));
            var version = requireNonNull(shown.getResponse().getHeader("ETag"));

            assertThat(organiser.patch(concert, version, shown.getResponse().getContentAsString()))
                    .hasStatusOk()
                    .hasHeader("ETag", version);
        }
    }

    @Test
    void losesNoChangeOfThoseWhoTakeAnyVersion() {
        var concert = organiser.published("");

        var answers = AtOnce.each(
                List.of("title", "performer", "venue"),
                member -> organiser
                        .patch(concert, "*", "{\"" + member + "\":\"New\"}")
                        .getResponse()
                        .getStatus());

        assertThat(answers).containsOnly(200);
        var after = json(organiser.get(concert));
        for (var member : List.of("title", "performer", "venue")) {
            assertThat(after.path(member).asString()).isEqualTo("New");
        }
        assertThat(organiser.get(concert)).hasHeader("ETag", "\"4\"");
    }

    @Test
    void hidesAConcertFromEverybodyButAdmins() {
        var concert = organiser.published(",\"hidden\":true");
        var schedule =
                ScheduleId.of(id(json(organiser.get(concert)).path("schedules").path(0)));

        assertThat(json(organiser.get(concert)).path("hidden").asBoolean()).isTrue();
        refused(http.get().uri("/api/v1/concerts/" + concert).exchange(), 404, "concert-not-found");
        assertThat(ids(http.get().uri("/api/v1/concerts?sale=all").exchange())).isEmpty();
        assertThat(ids(http.get().uri("/api/v1/concerts").exchange())).isEmpty();
        assertThat(ids(http.get().uri(CONCERTS).exchange())).containsExactly(concert);
        assertThat(ids(http.get().uri(CONCERTS + "?sale=open").exchange())).containsExactly(concert);
        assertThat(ids(http.get().uri(CONCERTS + "?sale=upcoming").exchange())).isEmpty();
        assertThat(http.get().uri(CONCERTS + "?sale=soon")).hasStatus(400);
        assertThat(sales.ofSchedule(schedule)).isEmpty();

        assertThat(organiser.patch(concert, "\"1\"", "{\"hidden\":false}"))
                .hasStatusOk()
                .hasHeader("ETag", "\"2\"");

        assertThat(http.get().uri("/api/v1/concerts/" + concert)).hasStatusOk();
        assertThat(ids(http.get().uri("/api/v1/concerts").exchange())).containsExactly(concert);
        assertThat(sales.ofSchedule(schedule)).isPresent();

        assertThat(organiser.patch(concert, "\"2\"", "{\"hidden\":true}")).hasStatusOk();

        refused(http.get().uri("/api/v1/concerts/" + concert).exchange(), 404, "concert-not-found");
        assertThat(ids(http.get().uri("/api/v1/concerts").exchange())).isEmpty();
        assertThat(sales.current(List.of(schedule))).isEmpty();
        assertThat(changes.heard()).isEmpty();
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

    private static List<String> ids(MvcTestResult list) {
        return json(list).path("items").valueStream().map(Organiser::id).toList();
    }
}
