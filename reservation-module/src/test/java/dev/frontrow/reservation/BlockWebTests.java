package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static dev.frontrow.reservation.ReservationClient.schedule;
import static dev.frontrow.reservation.WebAnswers.array;
import static dev.frontrow.reservation.WebAnswers.assertProblem;
import static dev.frontrow.reservation.WebAnswers.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class BlockWebTests {

    private final BoxOffice office;
    private final ReservationClient client;

    BlockWebTests(BoxOffice office, ReservationClient client) {
        this.office = office;
        this.client = client;
    }

    @Test
    void answersABlockWithItsAddress() throws Exception {
        var sale = office.open(3);
        var seats = office.seats(sale);
        var organiser = somebody();

        var made = block(organiser, sale, order("Cafe\u0301", seats.get(2), seats.get(0)), "a,b");

        assertThat(made).hasStatus(201).doesNotContainHeader("Idempotency-Replayed");
        String id = JsonPath.read(body(made), "$.id");
        assertThat(made).hasHeader("Location", "/api/v1/admin/blocks/" + id);
        assertThat(made)
                .bodyJson()
                .extractingPath("$.scheduleId")
                .isEqualTo(sale.scheduleId().toString());
        assertThat(made).bodyJson().extractingPath("$.seatIds").isEqualTo(List.of(seats.get(0), seats.get(2)));
        assertThat(made).bodyJson().extractingPath("$.reason").isEqualTo("Caf\u00e9");
        assertThat(made).bodyJson().extractingPath("$.createdAt").asString().endsWith("Z");

        var listed = client.as(organiser).get(blocks(sale));
        assertThat(listed).hasStatusOk();
        assertThat(body(listed)).isEqualTo("{\"items\":[" + body(made) + "],\"nextCursor\":null}");

        var again = block(organiser, sale, order("Caf\u00e9", seats.get(0), seats.get(2)), "a,b");
        assertThat(again).hasStatus(201).hasHeader("Idempotency-Replayed", "true");
        assertThat(again).hasHeader("Location", "/api/v1/admin/blocks/" + id);
        assertThat(body(again)).isEqualTo(body(made));
        assertProblem(block(organiser, sale, order("else", seats.get(0)), "a,b"), 422, "idempotency-key-reused");

        assertThat(unblock(id)).hasStatus(204);
        assertProblem(unblock(id), 404, "block-not-found");
        assertThat(client.as(organiser).get(blocks(sale)))
                .bodyJson()
                .extractingPath("$.items")
                .isEqualTo(List.of());
        assertThat(body(block(organiser, sale, order("Caf\u00e9", seats.get(2), seats.get(0)), "a,b")))
                .as("a replay gives the answer as it was then")
                .isEqualTo(body(made));
    }

    @Test
    void showsBlockedSeatsAndCountsThemAsGone() {
        var sale = office.open(4);
        var seats = office.seats(sale);
        var kim = somebody();
        office.reserve(kim, sale, seats.get(1));
        office.block(sale, seats.get(0), seats.get(3));

        assertThat(look(kim, sale, "/seats?status=all"))
                .bodyJson()
                .extractingPath("$.seats[*].status")
                .isEqualTo(List.of("BLOCKED", "HELD", "AVAILABLE", "BLOCKED"));
        assertThat(look(kim, sale, "/seats"))
                .bodyJson()
                .extractingPath("$.seats[*].id")
                .isEqualTo(List.of(seats.get(2)));
        assertThat(look(kim, sale, "/seat-states"))
                .bodyJson()
                .extractingPath("$.states")
                .as("3, 1, 0, 3 from the lowest bits on")
                .isEqualTo("xw==");
        assertThat(look(kim, sale, "/availability"))
                .bodyJson()
                .extractingPath("$.available")
                .isEqualTo(1);
        assertThat(look(kim, sale, "/availability"))
                .bodyJson()
                .extractingPath("$.sections[0].available")
                .isEqualTo(1);
    }

    @Test
    void namesEveryRefusal() {
        var sale = office.open(3);
        var seats = office.seats(sale);
        office.reserve(somebody(), sale, seats.get(0));
        office.block(sale, seats.get(1));

        var taken = block(somebody(), sale, order("why", seats.toArray(String[]::new)), null);
        assertProblem(taken, 409, "seat-taken");
        assertThat(taken).bodyJson().extractingPath("$.seatIds").isEqualTo(List.of(seats.get(0), seats.get(1)));
        assertProblem(block(somebody(), sale, order("why", seats.get(2), "x"), null), 404, "seat-not-found");
        for (var nowhere : List.of("nowhere", "%20", "0f8b5e5e-3f0c-4a58-9d0e-8a53c6f2a6c1")) {
            var blocks = "/admin/schedules/" + nowhere + "/blocks";
            assertProblem(client.admin().post(blocks, order("why", "1")), 404, "schedule-not-found");
            assertProblem(client.admin().get(blocks), 404, "schedule-not-found");
        }
        for (var unknown : List.of("nothing", "0f8b5e5e-3f0c-4a58-9d0e-8a53c6f2a6c1")) {
            assertProblem(unblock(unknown), 404, "block-not-found");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"seatIds\":[\"1\"]}",
                "{\"reason\":\"why\"}",
                "{\"seatIds\":null,\"reason\":\"why\"}",
                "{\"seatIds\":[],\"reason\":\"why\"}",
                "{\"seatIds\":[null],\"reason\":\"why\"}",
                "{\"seatIds\":[1],\"reason\":\"why\"}",
                "{\"seatIds\":[\"1\",\"1\"],\"reason\":\"why\"}",
                "{\"seatIds\":[\"1\"],\"reason\":null}",
                "{\"seatIds\":[\"1\"],\"reason\":\"\"}",
                "{\"seatIds\":[\"1\"],\"reason\":\" \"}",
                "{\"seatIds\":[\"1\"],\"reason\":\"a\\u200Eb\"}",
                "{\"seatIds\":[\"1\"],\"reason\":\"why\",\"more\":1}",
            })
    void refusesWhatIsNoBlock(String content) {
        assertProblem(block(somebody(), office.open(1), content, null), 400, "invalid-request");
    }

    @Test
    void takesAThousandSeatsAndAReasonOfTwoHundredCharactersAtMost() {
        var sale = office.open(1_001);
        var seats = office.seats(sale);
        var all = seats.toArray(String[]::new);

        assertThat(block(somebody(), sale, order("why", all), null)).hasStatus(400);
        assertThat(block(somebody(), sale, order("w".repeat(201), all[0]), null))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("reason");
        assertThat(block(
                        somebody(),
                        sale,
                        order("w".repeat(200), seats.subList(1, 1_001).toArray(String[]::new)),
                        null))
                .hasStatus(201);
    }

    private static String order(String reason, String... seats) {
        return "{\"seatIds\":" + array(seats) + ",\"reason\":\"" + reason + "\"}";
    }

    private static String blocks(ScheduleSale sale) {
        return "/admin/schedules/" + sale.scheduleId() + "/blocks";
    }

    private MvcTestResult block(UserId organiser, ScheduleSale sale, String content, @Nullable String key) {
        var sender = client.as(organiser);
        return (key == null ? sender : sender.with("Idempotency-Key", key)).post(blocks(sale), content);
    }

    private MvcTestResult unblock(String id) {
        return client.admin().delete("/admin/blocks/" + id);
    }

    private MvcTestResult look(UserId userId, ScheduleSale sale, String what) {
        return client.as(userId).admitted().get(schedule(sale, what));
    }
}
