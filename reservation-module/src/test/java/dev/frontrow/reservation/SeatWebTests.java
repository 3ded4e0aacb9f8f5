package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static dev.frontrow.reservation.ReservationClient.schedule;
import static dev.frontrow.reservation.WebAnswers.assertProblem;
import static dev.frontrow.reservation.WebAnswers.etag;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.reservation.ReservationClient.Sender;
import dev.frontrow.reservation.application.query.SeatMaps;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seats one by one and counted, as whoever chooses among them asks for them. */
@ModuleTest
class SeatWebTests {

    private final BoxOffice office;
    private final QueueStandIn queue;
    private final SeatMaps seatMaps;
    private final ReservationClient client;

    SeatWebTests(BoxOffice office, QueueStandIn queue, SeatMaps seatMaps, ReservationClient client) {
        this.office = office;
        this.queue = queue;
        this.seatMaps = seatMaps;
        this.client = client;
    }

    @Test
    void showsWhatCanBeHad() {
        var sale = hall();
        var seats = office.seats(sale);
        office.reserve(somebody(), sale, seats.get(0));
        office.sell(somebody(), sale, seats.get(1));
        office.runOut(office.reserve(somebody(), sale, seats.get(2)).id());

        var available = viewer().get(schedule(sale, "/seats"));
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
        assertThat(viewer().get(schedule(sale, "/seats?status=available&section=A")))
                .bodyJson()
                .extractingPath("$.seats[*].id")
                .isEqualTo(seats.subList(2, 4));
        assertThat(viewer().get(schedule(sale, "/seats?status=all&section=A")))
                .bodyJson()
                .extractingPath("$.seats[*].status")
                .isEqualTo(List.of("HELD", "SOLD", "AVAILABLE", "AVAILABLE"));

        var counted = client.anybody().get(schedule(sale, "/availability"));
        assertThat(counted).hasStatusOk().hasHeader("Cache-Control", "no-cache");
        assertThat(counted).bodyJson().extractingPath("$.total").isEqualTo(6);
        assertThat(counted).bodyJson().extractingPath("$.available").isEqualTo(4);
        assertThat(counted).bodyJson().extractingPath("$.sections[*].name").isEqualTo(List.of("A", "B"));
        assertThat(counted).bodyJson().extractingPath("$.sections[*].available").isEqualTo(List.of(2, 2));
        assertThat(counted).bodyJson().extractingPath("$.sections[*].price").isEqualTo(List.of(90, 50));
    }

    @Test
    void findsASectionInWhicheverFormItsNameIsWrittenAndNoOther() {
        var sale = office.open(new Section("가", 1, 2, 90), new Section("나", 1, 1, 50));
        var seats = office.seats(sale);

        var composed = viewer().get(schedule(sale, "/seats?section=%EA%B0%80"));
        var decomposed = viewer().get(schedule(sale, "/seats?section=%E1%84%80%E1%85%A1"));

        assertThat(composed).bodyJson().extractingPath("$.seats[*].id").isEqualTo(seats.subList(0, 2));
        assertThat(decomposed).bodyJson().extractingPath("$.seats[*].id").isEqualTo(seats.subList(0, 2));
        assertThat(etag(decomposed)).isEqualTo(etag(composed));
        assertThat(viewer().get(schedule(sale, "/seats?section=nowhere")))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("section");
        assertThat(client.as(somebody()).get(schedule(sale, "/seats?section=nowhere")))
                .as("before the line is asked")
                .hasStatus(400);
    }

    @Test
    void findsASectionByTheLongestNameThereIs() {
        var name = "\ud83c\udfbb".repeat(20);
        var sale = office.open(new Section(name, 1, 2, 90));

        var shown = viewer().get(schedule(sale, "/seats?section=" + URLEncoder.encode(name, UTF_8)));

        assertThat(shown).bodyJson().extractingPath("$.seats[*].id").isEqualTo(office.seats(sale));
        assertThat(shown).bodyJson().extractingPath("$.seats[0].section").isEqualTo(name);
    }

    @Test
    void answersNotModifiedWhereTheClientKnowsIt() {
        var sale = hall();
        var etag = etag(viewer().get(schedule(sale, "/seats")));
        assertThat(etag).startsWith("W/\"").endsWith("\"");
        var strong = etag.substring(2);

        for (var known : List.of(etag, strong, "\"x\", " + etag, "W/\"a,b\"," + etag + " , \"y\"", "*", " * ")) {
            var answer = viewer().knowing(known).get(schedule(sale, "/seats"));
            assertThat(answer).hasStatus(304).hasHeader("ETag", etag).hasHeader("Cache-Control", "private, no-cache");
            assertThat(answer).body().isEmpty();
        }
        for (var unknown : List.of("\"x\"", "W/\"x\"", "", "nonsense", strong.substring(1))) {
            assertThat(viewer().knowing(unknown).get(schedule(sale, "/seats"))).hasStatusOk();
        }
        assertThat(viewer().knowing(etag).get(schedule(sale, "/seats?status=all")))
                .hasStatusOk();
        assertThat(viewer().knowing(etag).get(schedule(sale, "/seats?section=A")))
                .hasStatusOk();
        assertThat(viewer().knowing(etag).get(schedule(sale, "/seats?status=available")))
                .hasStatus(304);

        var counted = etag(client.anybody().get(schedule(sale, "/availability")));
        assertThat(client.anybody().knowing(counted).get(schedule(sale, "/availability")))
                .hasStatus(304)
                .hasHeader("Cache-Control", "no-cache");
    }

    @Test
    void showsAChangeSoon() {
        var sale = hall();
        var before = etag(viewer().get(schedule(sale, "/seats")));
        office.reserve(somebody(), sale, office.seats(sale).getFirst());

        await().pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(viewer().knowing(before).get(schedule(sale, "/seats")))
                        .hasStatusOk());
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
        var kim = client.as(somebody());
        var checks = queue.checks();
        assertThat(kim.get(schedule(sale, "/seats?status=x"))).hasStatus(400);
        for (var id : List.of(UUID.randomUUID().toString(), "nowhere", "0F8B5E5E-3F0C-4A58-9D0E-8A53C6F2A6C1")) {
            for (var what : List.of("/seats", "/seats?section=A", "/availability", "/layout", "/seat-states")) {
                assertProblem(kim.get("/schedules/" + id + what), 404, "schedule-not-found");
            }
        }
        assertThat(queue.checks()).isEqualTo(checks);

        for (var what : List.of("/seats", "/seat-states")) {
            assertThat(kim.get(schedule(sale, what))).hasStatus(403);
            assertThat(kim.with("Queue-Token", "ended").get(schedule(sale, what)))
                    .hasStatus(410);
        }
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
        assertThat(viewer().get(schedule(hall(), "/seats?" + query))).hasStatus(400);
    }

    private ScheduleSale hall() {
        return office.open(new Section("A", 2, 2, 90), new Section("B", 1, 2, 50));
    }

    private Sender viewer() {
        return client.as(somebody()).admitted();
    }
}
