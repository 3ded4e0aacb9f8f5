package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static dev.frontrow.reservation.WebAnswers.array;
import static dev.frontrow.reservation.WebAnswers.assertProblem;
import static dev.frontrow.reservation.WebAnswers.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class ReservationWebTests {

    private final BoxOffice office;
    private final ReservationClient client;
    private final PaymentsStandIn till;

    ReservationWebTests(BoxOffice office, ReservationClient client, PaymentsStandIn till) {
        this.office = office;
        this.client = client;
        this.till = till;
    }

    @Test
    void answersAReservationWithItsTicketsAndItsPayment() throws Exception {
        var sale = office.open(2);
        var seats = office.seats(sale);
        var kim = somebody();

        var made = reserve(kim, wish(sale, seats.toArray(String[]::new)));

        assertThat(made).hasStatus(201).hasHeader("Cache-Control", "no-store");
        assertThat(made).doesNotContainHeader("Idempotency-Replayed");
        String id = JsonPath.read(body(made), "$.id");
        assertThat(made).hasHeader("Location", "/api/v1/reservations/" + id);
        assertThat(made).bodyJson().extractingPath("$.status").isEqualTo("PENDING_PAYMENT");
        assertThat(made).bodyJson().extractingPath("$.amount").isEqualTo(200);
        assertThat(made)
                .bodyJson()
                .extractingPath("$.concertId")
                .isEqualTo(sale.concertId().toString());
        assertThat(made).bodyJson().extractingPath("$.tickets[*].seatLabel").isEqualTo(List.of("A-1-1", "A-1-2"));
        assertThat(made).bodyJson().extractingPath("$.tickets[*].seatId").isEqualTo(seats);
        assertThat(made).bodyJson().extractingPath("$.tickets[*].status").isEqualTo(List.of("UNPAID", "UNPAID"));
        assertThat(made).bodyJson().extractingPath("$.payment.status").isEqualTo("PENDING");
        assertThat(made).bodyJson().extractingPath("$.payment.amount").isEqualTo(200);

        var shown = get(kim, "/" + id);
        assertThat(shown).hasStatusOk().hasHeader("Cache-Control", "private, no-cache");
        assertThat(body(shown)).isEqualTo(body(made));
    }

    @Test
    void showsAllStatesTogether() throws Exception {
        var kim = somebody();
        var sale = office.open(1);
        var made = office.reserve(kim, sale, office.seats(sale).getFirst());
        office.runOut(made.id());
        assertThat(states(kim, made.id().toString())).isEqualTo("EXPIRED VOID CANCELLED");

        var paid = office.sell(kim, sale, office.seats(sale).getFirst());
        assertThat(states(kim, paid.id().toString())).isEqualTo("CONFIRMED PAID PAID");

        var path = "/reservations/" + paid.id();
        assertProblem(client.as(kim).delete(path), 409, "reservation-already-paid");
        for (var times = 0; times < 2; times++) {
            assertThat(client.as(kim).post(path + "/cancellation"))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.status")
                    .isEqualTo("CANCELLED");
        }
        assertThat(states(kim, paid.id().toString())).isEqualTo("CANCELLED VOID REFUNDED");

        var released = office.reserve(kim, sale, office.seats(sale).getFirst());
        for (var times = 0; times < 2; times++) {
            assertThat(client.as(kim).delete("/reservations/" + released.id())).hasStatus(204);
        }
        assertThat(states(kim, released.id().toString())).isEqualTo("RELEASED VOID CANCELLED");
        assertProblem(
                client.as(kim).post("/reservations/" + released.id() + "/cancellation"), 409, "reservation-not-paid");
    }

    @Test
    void replaysTheFirstAnswerByteForByte() throws Exception {
        var sale = office.open(1);
        var kim = somebody();
        var buyer = client.as(kim).admitted().with("Idempotency-Key", "a,b");
        var first = buyer.post("/reservations", wish(sale, office.seats(sale).getFirst()));
        till.pay(UUID.fromString(JsonPath.read(body(first), "$.id")));

        var again = buyer.post("/reservations", wish(sale, office.seats(sale).getFirst()));

        assertThat(again).hasStatus(201).hasHeader("Idempotency-Replayed", "true");
        assertThat(again)
                .hasHeader("Location", String.valueOf(first.getResponse().getHeader("Location")));
        assertThat(body(again)).isEqualTo(body(first));
        assertProblem(buyer.post("/reservations", wish(sale, "other")), 422, "idempotency-key-reused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"seatIds\":[\"1\"]}",
                "{\"scheduleId\":null,\"seatIds\":[\"1\"]}",
                "{\"scheduleId\":7,\"seatIds\":[\"1\"]}",
                "{\"scheduleId\":\"x\"}",
                "{\"scheduleId\":\"x\",\"seatIds\":null}",
                "{\"scheduleId\":\"x\",\"seatIds\":[]}",
                "{\"scheduleId\":\"x\",\"seatIds\":\"1\"}",
                "{\"scheduleId\":\"x\",\"seatIds\":[null]}",
                "{\"scheduleId\":\"x\",\"seatIds\":[1]}",
                "{\"scheduleId\":\"x\",\"seatIds\":[\"1\",\"1\"]}",
            })
    void refusesWhatIsNoWish(String content) {
        assertThat(reserve(somebody(), content)).hasStatus(400);
    }

    @Test
    void refusesMoreSeatsThanAnybodyCouldMean() {
        var seats = IntStream.range(0, 1001).mapToObj(String::valueOf).toArray(String[]::new);

        assertThat(reserve(somebody(), wish(office.open(1), seats))).hasStatus(400);
    }

    @Test
    void refusesKeysThatAreNone() {
        var wish = wish(office.open(1), "1");
        var buyer = client.as(somebody()).admitted();
        for (var key : List.of("", " ", "a b", "키", "a".repeat(256))) {
            assertThat(buyer.with("Idempotency-Key", key).post("/reservations", wish))
                    .hasStatus(400);
        }
        assertThat(buyer.with("Idempotency-Key", "a")
                        .with("Idempotency-Key", "b")
                        .post("/reservations", wish))
                .hasStatus(400);
    }

    @Test
    void namesEveryRefusal() {
        var sale = office.open(9);
        var seats = office.seats(sale);
        office.reserve(somebody(), sale, seats.get(0), seats.get(1));
        var over = office.open(
                new SaleWindow(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2020-01-02T00:00:00Z")),
                BoxOffice.STARTS_AT,
                List.of(new Section("A", 1, 1, 100)));

        var nowhere = "{\"scheduleId\":\"nowhere\",\"seatIds\":[\"1\"]}";
        assertProblem(reserve(somebody(), nowhere), 404, "schedule-not-found");
        assertProblem(reserve(somebody(), wish(over, "1")), 409, "sale-not-open");
        for (var unknown : List.of("0", "x", "01", "9223372036854775808")) {
            assertProblem(reserve(somebody(), wish(sale, unknown)), 404, "seat-not-found");
            assertProblem(reserve(somebody(), wish(sale, seats.get(2), unknown)), 404, "seat-not-found");
            assertProblem(reserve(somebody(), wish(sale, unknown, unknown)), 400, "invalid-request");
        }
        assertProblem(reserve(somebody(), wish(sale, "x", "y")), 404, "seat-not-found");
        var taken = reserve(somebody(), wish(sale, seats.get(2), seats.get(1), seats.get(0)));
        assertProblem(taken, 409, "seat-taken");
        assertThat(taken).bodyJson().extractingPath("$.seatIds").isEqualTo(List.of(seats.get(0), seats.get(1)));
        var tooMany = reserve(somebody(), wish(sale, "1", "2", "3", "4", "5"));
        assertProblem(tooMany, 422, "seat-limit-exceeded");
        assertThat(tooMany).bodyJson().extractingPath("$.limit").isEqualTo(4);
        assertThat(client.as(somebody()).post("/reservations", wish(sale, "1"))).hasStatus(403);
    }

    @Test
    void hidesWhatIsSomebodyElses() {
        var sale = office.open(1);
        var made = office.reserve(somebody(), sale, office.seats(sale).getFirst());
        var lee = client.as(somebody());
        for (var id : List.of(made.id().toString(), UUID.randomUUID().toString(), "nothing", "%20")) {
            assertProblem(lee.get("/reservations/" + id), 404, "reservation-not-found");
            assertProblem(lee.delete("/reservations/" + id), 404, "reservation-not-found");
            assertProblem(lee.post("/reservations/" + id + "/cancellation"), 404, "reservation-not-found");
        }
    }

    @Test
    void listsTheNewestFirst() throws Exception {
        var kim = somebody();
        var sale = office.open(3);
        var made = office.seats(sale).stream()
                .map(seat -> office.reserve(kim, sale, seat).id().toString())
                .toList();

        var first = get(kim, "?limit=2");
        assertThat(first).hasStatusOk().hasHeader("Cache-Control", "private, no-cache");
        assertThat(first).bodyJson().extractingPath("$.items[*].id").isEqualTo(List.of(made.get(2), made.get(1)));
        String cursor = JsonPath.read(body(first), "$.nextCursor");
        var second = get(kim, "?limit=2&cursor=" + cursor);
        assertThat(second).bodyJson().extractingPath("$.items[*].id").isEqualTo(List.of(made.get(0)));
        assertThat(second).bodyJson().extractingPath("$.nextCursor").isNull();
        assertThat(get(kim, "?limit=3"))
                .bodyJson()
                .extractingPath("$.nextCursor")
                .isNull();
        assertThat(body(get(somebody(), ""))).isEqualTo("{\"items\":[],\"nextCursor\":null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=",
                "limit=01",
                "limit=+1",
                "limit=x",
                "limit=1&limit=1",
                "cursor=",
                "cursor=x",
                "cursor=%00",
                "cursor=MQ&cursor=MQ"
            })
    void refusesPagesThatAreNone(String query) {
        assertThat(get(somebody(), "?" + query)).hasStatus(400);
    }

    private String states(UserId userId, String id) throws Exception {
        var body = body(get(userId, "/" + id));
        return JsonPath.read(body, "$.status")
                + " " + JsonPath.read(body, "$.tickets[0].status")
                + " " + JsonPath.read(body, "$.payment.status");
    }

    private static String wish(ScheduleSale sale, String... seats) {
        return "{\"scheduleId\":\"" + sale.scheduleId() + "\",\"seatIds\":" + array(seats) + "}";
    }

    private MvcTestResult reserve(UserId userId, String content) {
        return client.as(userId).admitted().post("/reservations", content);
    }

    private MvcTestResult get(UserId userId, String rest) {
        return client.as(userId).get("/reservations" + rest);
    }
}
