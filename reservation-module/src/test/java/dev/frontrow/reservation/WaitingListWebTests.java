package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.OPEN;
import static dev.frontrow.reservation.BoxOffice.STARTS_AT;
import static dev.frontrow.reservation.BoxOffice.somebody;
import static dev.frontrow.reservation.ReservationClient.schedule;
import static dev.frontrow.reservation.WebAnswers.assertProblem;
import static dev.frontrow.reservation.WebAnswers.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.port.in.UnblockSeats;
import dev.frontrow.reservation.domain.Block;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class WaitingListWebTests {

    private final BoxOffice office;
    private final ReservationClient client;
    private final WaitingScene list;
    private final UnblockSeats unblockSeats;

    WaitingListWebTests(BoxOffice office, ReservationClient client, WaitingScene list, UnblockSeats unblockSeats) {
        this.office = office;
        this.client = client;
        this.list = list;
        this.unblockSeats = unblockSeats;
    }

    @Test
    void showsThePlaceFromJoiningToTheOffer() throws Exception {
        var sale = office.open(2);
        var block = blockAll(sale);
        var first = list.waiting(sale, 2);
        var kim = somebody();

        var joined = put(kim, sale, "{\"seats\":2}");

        assertThat(joined).hasStatus(201);
        Map<String, Object> entry = JsonPath.read(body(joined), "$");
        assertThat(entry)
                .containsOnlyKeys("scheduleId", "seats", "status", "position", "reservationId", "joinedAt")
                .containsEntry("scheduleId", sale.scheduleId().toString())
                .containsEntry("seats", 2)
                .containsEntry("status", "WAITING")
                .containsEntry("position", 2)
                .containsEntry("reservationId", null);
        assertThat(put(kim, sale, "{\"seats\":2}")).hasStatus(200);
        assertThat(body(get(kim, sale))).isEqualTo(body(joined));
        assertThat(put(kim, sale, "{\"seats\":1,\"sections\":[\"A\"]}"))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.position")
                .isEqualTo(2);
        assertThat(delete(first, sale)).hasStatus(204);
        assertThat(get(kim, sale)).bodyJson().extractingPath("$.position").isEqualTo(1);

        unblockSeats.unblock(block.id());
        list.offer(sale);

        var offered = get(kim, sale);
        assertThat(offered).bodyJson().extractingPath("$.status").isEqualTo("OFFERED");
        assertThat(offered).bodyJson().extractingPath("$.position").isNull();
        var id = list.offeredTo(kim, sale).toString();
        assertThat(offered).bodyJson().extractingPath("$.reservationId").isEqualTo(id);
        var reservation = client.as(kim).get("/reservations/" + id);
        assertThat(reservation).bodyJson().extractingPath("$.offer").isEqualTo(true);
        assertThat(reservation).bodyJson().extractingPath("$.status").isEqualTo("PENDING_PAYMENT");
        assertThat(put(kim, sale, "{\"seats\":1}")).hasStatus(200);
        var changed = put(kim, sale, "{\"seats\":2}");
        assertProblem(changed, 409, "change-not-allowed");
        assertThat(changed).bodyJson().extractingPath("$.errors[0].field").isEqualTo("seats");
    }

    @Test
    void forgetsWhoeverLeavesAndRemembersWhoseOfferEnded() {
        var sale = office.open(1);
        var block = blockAll(sale);
        var kim = list.waiting(sale, 1);
        unblockSeats.unblock(block.id());
        list.offer(sale);
        var offer = list.offeredTo(kim, sale);

        assertThat(client.as(kim).delete("/reservations/" + offer)).hasStatus(204);

        assertThat(get(kim, sale)).bodyJson().extractingPath("$.status").isEqualTo("ENDED");
        assertProblem(delete(kim, sale), 404, "not-on-waiting-list");
        var lee = somebody();
        assertProblem(get(lee, sale), 404, "not-on-waiting-list");
        assertProblem(delete(lee, sale), 404, "not-on-waiting-list");
        office.block(sale, office.seats(sale).getFirst());
        assertThat(put(lee, sale, "{\"seats\":1}")).hasStatus(201);
        assertThat(delete(lee, sale)).hasStatus(204);
        assertProblem(get(lee, sale), 404, "not-on-waiting-list");
        assertThat(put(kim, sale, "{\"seats\":1}")).hasStatus(201);
    }

    @Test
    void readsAsHeldWhatIsKeptForThoseWhoWait() {
        var sale = office.open(new Section("A", 1, 1, 100), new Section("B", 1, 2, 50));
        var block = blockAll(sale);
        list.waiting(sale, 2, "B");
        unblockSeats.unblock(block.id());
        var kim = somebody();

        for (var what : List.of("/seats?status=all", "/seats?status=all&section=A")) {
            assertThat(look(kim, sale, what))
                    .bodyJson()
                    .extractingPath("$.seats[*].status")
                    .asArray()
                    .containsOnly("HELD");
        }
        assertThat(look(kim, sale, "/seat-states"))
                .bodyJson()
                .extractingPath("$.states")
                .as("1, 1, 1")
                .isEqualTo("FQ==");
        assertThat(look(kim, sale, "/availability"))
                .bodyJson()
                .extractingPath("$.available")
                .isEqualTo(0);
        var sales = client.as(kim).get("/admin/schedules/" + sale.scheduleId() + "/sales");
        assertThat(sales).bodyJson().extractingPath("$.total.held").isEqualTo(3);
        assertThat(sales).bodyJson().extractingPath("$.total.available").isEqualTo(0);
        assertThat(sales).bodyJson().extractingPath("$.sections[*].held").isEqualTo(List.of(1, 2));

        list.offer(sale);

        sales = client.as(kim).get("/admin/schedules/" + sale.scheduleId() + "/sales");
        assertThat(sales).bodyJson().extractingPath("$.total.held").isEqualTo(2);
        assertThat(sales).bodyJson().extractingPath("$.total.available").isEqualTo(1);
    }

    @Test
    void namesEveryRefusalInItsOrder() {
        var sale = office.open(2);
        var many = "{\"seats\":5}";
        assertProblem(put(somebody(), sale, "{\"seats\":2}"), 409, "seats-available");
        var tooMany = put(somebody(), sale, many);
        assertProblem(tooMany, 422, "seat-limit-exceeded");
        assertThat(tooMany).bodyJson().extractingPath("$.limit").isEqualTo(4);
        var closed = office.open(
                new SaleWindow(OPEN.opensAt(), Instant.parse("2020-02-01T00:00:00Z")),
                STARTS_AT,
                List.of(new Section("A", 1, 1, 100)));
        assertProblem(put(somebody(), closed, many), 409, "sale-not-open");
        for (var nowhere : List.of("nowhere", "%20", "0f8b5e5e-3f0c-4a58-9d0e-8a53c6f2a6c1")) {
            var path = "/schedules/" + nowhere + "/waiting-list";
            for (var content : List.of(many, "{\"seats\":1,\"sections\":[\"A\"]}")) {
                assertProblem(client.as(somebody()).put(path, content), 404, "schedule-not-found");
            }
            assertProblem(client.as(somebody()).get(path), 404, "schedule-not-found");
            assertProblem(client.as(somebody()).delete(path), 404, "schedule-not-found");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"seats\":null}",
                "{\"seats\":0}",
                "{\"seats\":-1}",
                "{\"seats\":1001}",
                "{\"seats\":\"2\"}",
                "{\"seats\":1.5}",
                "{\"seats\":1,\"sections\":[]}",
                "{\"seats\":1,\"sections\":\"A\"}",
                "{\"seats\":1,\"sections\":[null]}",
                "{\"seats\":1,\"sections\":[\"A\",\"A\"]}",
                "{\"seats\":1,\"sections\":[\"A\",\"B\"]}",
                "{\"seats\":1,\"seats\":1}",
                "{\"seats\":1,\"more\":1}",
            })
    void refusesWhatIsNoWish(String content) {
        assertProblem(put(somebody(), office.open(1), content), 400, "invalid-request");
    }

    private Block blockAll(ScheduleSale sale) {
        return office.block(sale, office.seats(sale).toArray(String[]::new));
    }

    private MvcTestResult put(UserId user, ScheduleSale sale, String content) {
        return client.as(user).put(place(sale), content);
    }

    private MvcTestResult get(UserId user, ScheduleSale sale) {
        return client.as(user).get(place(sale));
    }

    private MvcTestResult delete(UserId user, ScheduleSale sale) {
        return client.as(user).delete(place(sale));
    }

    private static String place(ScheduleSale sale) {
        return schedule(sale, "/waiting-list");
    }

    private MvcTestResult look(UserId user, ScheduleSale sale, String what) {
        return client.as(user).admitted().get(schedule(sale, what));
    }
}
