package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static dev.frontrow.reservation.ReservationClient.schedule;
import static dev.frontrow.reservation.WebAnswers.etag;
import static dev.frontrow.reservation.WebAnswers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.reservation.ReservationClient.Sender;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Where the seats are, and their states packed, as a plan of the hall asks for them. */
@ModuleTest
class SeatStatesWebTests {

    private final BoxOffice office;
    private final ReservationClient client;

    SeatStatesWebTests(BoxOffice office, ReservationClient client) {
        this.office = office;
        this.client = client;
    }

    @Test
    void showsWhereTheSeatsAre() throws Exception {
        var sale = hall();
        var seats = office.seats(sale);

        var layout = client.anybody().get(schedule(sale, "/layout"));

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
    void showsTheStatesOfTheLayoutsSeatsInItsOrder() throws Exception {
        var sale = hall();
        var seats = office.seats(sale);
        office.reserve(somebody(), sale, seats.get(1));
        office.sell(somebody(), sale, seats.get(2));
        office.runOut(office.reserve(somebody(), sale, seats.get(3)).id());
        office.sell(somebody(), sale, seats.get(5));

        var states = viewer().get(schedule(sale, "/seat-states"));

        assertThat(states).hasStatusOk().hasHeader("Cache-Control", "private, no-cache");
        byte[] packed = {0b00_10_01_00, 0b10_00};
        assertThat(states).bodyJson().isStrictlyEqualTo("""
                {"scheduleId":"%s","layoutVersion":"%s","version":"%s","states":"%s"}
                """.formatted(
                        sale.scheduleId(),
                        text(client.anybody().get(schedule(sale, "/layout")), "version"),
                        text(states, "version"),
                        Base64.getEncoder().encodeToString(packed)));
        assertThat(text(states, "version"))
                .isEqualTo(text(viewer().get(schedule(sale, "/seats?status=all")), "version"));
        assertThat(text(states, "version"))
                .isEqualTo(text(client.anybody().get(schedule(sale, "/availability")), "version"));
    }

    @Test
    void answersNotModifiedWhereTheClientKnowsTheLayoutOrTheStates() {
        var sale = hall();
        var layout = etag(client.anybody().get(schedule(sale, "/layout")));
        var states = etag(viewer().get(schedule(sale, "/seat-states")));

        assertThat(client.anybody().knowing(layout).get(schedule(sale, "/layout")))
                .hasStatus(304)
                .hasHeader("ETag", layout)
                .hasHeader("Cache-Control", "public, max-age=60");
        assertThat(viewer().knowing(states).get(schedule(sale, "/seat-states")))
                .hasStatus(304)
                .hasHeader("ETag", states)
                .hasHeader("Cache-Control", "private, no-cache");
        assertThat(viewer().knowing(layout).get(schedule(sale, "/seat-states"))).hasStatusOk();
        assertThat(viewer().knowing(states.replace("\"", "-gzip\"").replace("W/-gzip\"", "W/\""))
                        .get(schedule(sale, "/seat-states")))
                .hasStatusOk();
    }

    private ScheduleSale hall() {
        return office.open(new Section("A", 2, 2, 90), new Section("B", 1, 2, 50));
    }

    private Sender viewer() {
        return client.as(somebody()).admitted();
    }
}
