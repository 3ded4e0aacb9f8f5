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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class AdminReservationWebTests {

    private static final String RESERVATIONS = "/admin/reservations";

    private final BoxOffice office;
    private final ReservationClient client;
    private final PaymentsStandIn till;

    AdminReservationWebTests(BoxOffice office, ReservationClient client, PaymentsStandIn till) {
        this.office = office;
        this.client = client;
        this.till = till;
    }

    @Test
    void answersWithAConfirmedReservationOfNothing() throws Exception {
        var sale = office.open(2);
        var seats = office.seats(sale);
        var kim = somebody();

        var given = give(gift(sale, kim.value(), "Press", seats.toArray(String[]::new)), "a,b");

        assertThat(given).hasStatus(201).doesNotContainHeader("Idempotency-Replayed");
        String id = JsonPath.read(body(given), "$.id");
        assertThat(given).hasHeader("Location", "/api/v1" + RESERVATIONS + "/" + id);
        assertThat(given).bodyJson().extractingPath("$.userId").isEqualTo(kim.value());
        assertThat(given).bodyJson().extractingPath("$.reason").isEqualTo("Press");
        assertThat(given).bodyJson().extractingPath("$.complimentary").isEqualTo(true);
        assertThat(given).bodyJson().extractingPath("$.amount").isEqualTo(0);
        assertThat(given).bodyJson().extractingPath("$.status").isEqualTo("CONFIRMED");
        assertThat(given).bodyJson().extractingPath("$.tickets[*].status").isEqualTo(List.of("PAID", "PAID"));
        assertThat(given).bodyJson().extractingPath("$.payment.status").isEqualTo("PAID");
        assertThat(body(get("/" + id))).isEqualTo(body(given));
        assertThat(client.as(kim).get("/reservations/" + id))
                .bodyJson()
                .extractingPath("$.complimentary")
                .isEqualTo(true);

        var cancelled = cancel(id);
        assertThat(cancelled)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("CANCELLED");
        assertThat(cancelled).bodyJson().extractingPath("$.payment.status").isEqualTo("REFUNDED");

        var again = give(gift(sale, kim.value(), "Press", seats.get(1), seats.get(0)), "a,b");
        assertThat(again).hasStatus(201).hasHeader("Idempotency-Replayed", "true");
        assertThat(body(again)).isEqualTo(body(given));
        assertProblem(give(gift(sale, kim.value(), "Guests", seats.get(0)), "a,b"), 422, "idempotency-key-reused");
    }

    @Test
    void namesEveryRefusal() {
        var sale = office.open(3);
        var seats = office.seats(sale);
        office.reserve(somebody(), sale, seats.get(1));
        var begun = office.open(
                new SaleWindow(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2020-01-02T00:00:00Z")),
                Instant.parse("2020-01-02T00:00:00Z"),
                List.of(new Section("A", 1, 1, 100)));

        var taken = give(gift(sale, "kim", "why", seats.toArray(String[]::new)), null);
        assertProblem(taken, 409, "seat-taken");
        assertThat(taken).bodyJson().extractingPath("$.seatIds").isEqualTo(List.of(seats.get(1)));
        assertProblem(give(gift(sale, "kim", "why", "x"), null), 404, "seat-not-found");
        assertProblem(
                give("{\"scheduleId\":\"nowhere\",\"seatIds\":[\"1\"],\"userId\":\"kim\",\"reason\":\"why\"}", null),
                404,
                "schedule-not-found");
        var late = give(gift(begun, "kim", "why", office.seats(begun).getFirst()), null);
        assertProblem(late, 409, "change-not-allowed");
        assertThat(late).bodyJson().extractingPath("$.errors[0].field").isEqualTo("scheduleId");
        for (var unknown : List.of("nothing", UUID.randomUUID().toString())) {
            assertProblem(get("/" + unknown), 404, "reservation-not-found");
            assertProblem(cancel(unknown), 404, "reservation-not-found");
        }
    }

    @Test
    void cancelsWhatIsPaidAfterTheStartToo() {
        var kim = somebody();
        var sale = office.open(
                BoxOffice.OPEN, Instant.parse("2020-01-02T00:00:00Z"), List.of(new Section("A", 1, 1, 100)));
        var made = office.reserve(kim, sale, office.seats(sale).getFirst());
        assertProblem(cancel(made.id().toString()), 409, "reservation-not-paid");
        till.pay(made.id().value());

        for (var times = 0; times < 2; times++) {
            assertThat(cancel(made.id().toString()))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.status")
                    .isEqualTo("CANCELLED");
        }
        assertThat(cancel(made.id().toString()))
                .bodyJson()
                .extractingPath("$.reason")
                .isNull();
    }

    @Test
    void listsTheNewestThatMatchAll() throws Exception {
        var kim = somebody();
        var lee = somebody();
        var sale = office.open(5);
        var seats = office.seats(sale);
        var other = office.open(1);
        var held = office.reserve(kim, sale, seats.get(0)).id().toString();
        var over = office.reserve(kim, sale, seats.get(1)).id();
        office.runOut(over);
        var paid = office.reserve(lee, sale, seats.get(2)).id();
        till.pay(paid.value());
        var given = office.give(kim, sale, seats.get(3)).id().toString();
        var elsewhere =
                office.reserve(kim, other, office.seats(other).getFirst()).id().toString();

        assertThat(ids("?userId=" + kim)).isEqualTo(List.of(elsewhere, given, over.toString(), held));
        assertThat(ids("?scheduleId=" + sale.scheduleId()))
                .isEqualTo(List.of(given, paid.toString(), over.toString(), held));
        assertThat(ids("?scheduleId=" + sale.scheduleId() + "&status=CONFIRMED"))
                .isEqualTo(List.of(given, paid.toString()));
        assertThat(ids("?userId=" + kim + "&status=EXPIRED")).isEqualTo(List.of(over.toString()));
        assertThat(ids("?userId=" + kim + "&scheduleId=" + sale.scheduleId() + "&status=PENDING_PAYMENT"))
                .isEqualTo(List.of(held));
        assertThat(ids("?scheduleId=nowhere")).isEqualTo(List.of());
        assertThat(ids("?limit=1")).hasSize(1);

        var first = get("?limit=3&userId=" + kim);
        String cursor = JsonPath.read(body(first), "$.nextCursor");
        assertThat(ids("?limit=3&userId=" + kim + "&cursor=" + cursor)).isEqualTo(List.of(held));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"status=", "status=confirmed", "status=SOLD", "userId=", "userId=%00", "limit=0", "cursor=x"})
    void refusesListsThatAreNone(String query) {
        assertProblem(get("?" + query), 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"scheduleId\":\"x\",\"seatIds\":[\"1\"],\"userId\":\"kim\"}",
                "{\"scheduleId\":\"x\",\"seatIds\":[\"1\"],\"reason\":\"why\"}",
                "{\"scheduleId\":\"x\",\"userId\":\"kim\",\"reason\":\"why\"}",
                "{\"seatIds\":[\"1\"],\"userId\":\"kim\",\"reason\":\"why\"}",
                "{\"scheduleId\":\"x\",\"seatIds\":[],\"userId\":\"kim\",\"reason\":\"why\"}",
                "{\"scheduleId\":\"x\",\"seatIds\":[\"1\",\"1\"],\"userId\":\"kim\",\"reason\":\"why\"}",
                "{\"scheduleId\":\"x\",\"seatIds\":[\"1\"],\"userId\":\"\",\"reason\":\"why\"}",
                "{\"scheduleId\":\"x\",\"seatIds\":[\"1\"],\"userId\":\"a\\u0000\",\"reason\":\"why\"}",
                "{\"scheduleId\":\"x\",\"seatIds\":[\"1\"],\"userId\":\"kim\",\"reason\":\"\"}",
            })
    void refusesWhatIsNoGift(String content) {
        assertProblem(give(content, null), 400, "invalid-request");
    }

    @Test
    void givesAHundredSeatsAtMost() {
        var sale = office.open(101);
        var seats = office.seats(sale);

        assertThat(give(gift(sale, "kim", "why", seats.toArray(String[]::new)), null))
                .hasStatus(400);
        assertThat(give(gift(sale, "kim", "why", seats.subList(1, 101).toArray(String[]::new)), null))
                .hasStatus(201);
    }

    private static String gift(ScheduleSale sale, String userId, String reason, String... seats) {
        return "{\"scheduleId\":\"" + sale.scheduleId() + "\",\"seatIds\":"
                + array(seats)
                + ",\"userId\":\"" + userId + "\",\"reason\":\"" + reason + "\"}";
    }

    private MvcTestResult give(String content, @Nullable String key) {
        var admin = client.admin();
        return (key == null ? admin : admin.with("Idempotency-Key", key)).post(RESERVATIONS, content);
    }

    private MvcTestResult cancel(String id) {
        return client.admin().post(RESERVATIONS + "/" + id + "/cancellation");
    }

    private List<String> ids(String query) throws Exception {
        var listed = get(query);
        assertThat(listed).hasStatusOk();
        return JsonPath.read(body(listed), "$.items[*].id");
    }

    private MvcTestResult get(String rest) {
        return client.admin().get(RESERVATIONS + rest);
    }
}
