package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static dev.frontrow.reservation.WebAnswers.assertProblem;
import static dev.frontrow.reservation.WebAnswers.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.port.in.CancelReservation;
import dev.frontrow.reservation.domain.Reservation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class SalesWebTests {

    private static final String HEADER =
            "ticketId,reservationId,userId,section,row,number,seatLabel,price,status,complimentary,paidAt\r\n";

    private final BoxOffice office;
    private final ReservationClient client;
    private final CancelReservation cancelReservation;

    SalesWebTests(BoxOffice office, ReservationClient client, CancelReservation cancelReservation) {
        this.office = office;
        this.client = client;
        this.cancelReservation = cancelReservation;
    }

    @Test
    void countsEachSeatOnceAndAllPoints() {
        var sale = office.open(new Section("B", 1, 6, 100), new Section("A", 1, 2, 70));
        var seats = office.seats(sale);
        office.sell(somebody(), sale, seats.get(0), seats.get(6));
        office.give(somebody(), sale, seats.get(1));
        office.reserve(somebody(), sale, seats.get(2));
        office.block(sale, seats.get(3));
        office.runOut(office.reserve(somebody(), sale, seats.get(4)).id());
        cancelReservation.cancelAsOrganiser(
                office.sell(somebody(), sale, seats.get(5), seats.get(7)).id());

        var sales = get(sale, "/sales", null);

        assertThat(sales).hasStatusOk().hasHeader("Cache-Control", "no-store");
        assertThat(sales)
                .bodyJson()
                .extractingPath("$.scheduleId")
                .isEqualTo(sale.scheduleId().toString());
        assertThat(sales).bodyJson().extractingPath("$.asOf").asString().endsWith("Z");
        assertThat(sales)
                .bodyJson()
                .extractingPath("$.sections[0]")
                .isEqualTo(figures("B", 6, 1, 1, 1, 1, 2, 200, 100));
        assertThat(sales).bodyJson().extractingPath("$.sections[1]").isEqualTo(figures("A", 2, 1, 0, 0, 0, 1, 140, 70));
        assertThat(sales).bodyJson().extractingPath("$.total").isEqualTo(figures(null, 8, 2, 1, 1, 1, 3, 340, 170));
    }

    @Test
    void listsPaidTicketsInTheOrderOfTheLayout() throws Exception {
        var sale = office.open(3);
        var seats = office.seats(sale);
        var given = office.give(new UserId("guest, \"press\""), sale, seats.get(2));
        var paid = office.sell(new UserId("=1+1"), sale, seats.get(0));
        office.reserve(somebody(), sale, seats.get(1));

        var table = get(sale, "/tickets", "text/csv");

        assertThat(table)
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment")
                .hasHeader("Cache-Control", "no-store");
        var type = MediaType.parseMediaType(String.valueOf(table.getResponse().getContentType()));
        assertThat(type.isCompatibleWith(new MediaType("text", "csv"))).isTrue();
        assertThat(type.getParameters()).isEqualTo(Map.of("charset", "UTF-8", "header", "present"));
        assertThat(body(table))
                .isEqualTo(HEADER
                        + row(paid, "'=1+1", "A-1-1", 1, 100, false)
                        + row(given, "\"guest, \"\"press\"\"\"", "A-1-3", 3, 0, true));
    }

    @Test
    void readsMoreTicketsThanItReadsAtATime() throws Exception {
        var sale = office.open(2_050);
        var seats = office.seats(sale);
        IntStream.range(0, 21)
                .forEach(i -> office.give(
                        somebody(),
                        sale,
                        seats.subList(i * 100, Math.min(i * 100 + 100, 2_050)).toArray(String[]::new)));

        var lines = body(get(sale, "/tickets", null)).split("\r\n");

        assertThat(lines).hasSize(2_051);
        assertThat(lines[2_050]).contains(",A,1,2050,A-1-2050,0,PAID,true,");
    }

    @Test
    void answersAHeaderWhereNothingIsSold() throws Exception {
        assertThat(body(get(office.open(1), "/tickets", "text/*;q=0.5"))).isEqualTo(HEADER);
    }

    @Test
    void findsNoScheduleThatThereIsNot() {
        for (var unknown : List.of("nowhere", UUID.randomUUID().toString())) {
            for (var what : List.of("/sales", "/tickets")) {
                assertProblem(get(unknown, what, null), 404, "schedule-not-found");
            }
            assertProblem(get(unknown, "/tickets", "text/csv"), 404, "schedule-not-found");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html", "text/csv;q=0", "text/csv;charset=utf-16"})
    void answersTicketsAsATableOnly(String accept) {
        assertThat(get(office.open(1), "/tickets", accept)).hasStatus(406);
    }

    private static String row(
            Reservation of, String userId, String label, int number, int price, boolean complimentary) {
        return of.tickets().getFirst().id() + "," + of.id() + "," + userId + ",A,1," + number + "," + label + ","
                + price + ",PAID," + complimentary + "," + PaymentsStandIn.PAID_AT + "\r\n";
    }

    private static Map<String, Object> figures(
            @Nullable String name,
            int total,
            int sold,
            int complimentary,
            int held,
            int blocked,
            int available,
            int revenue,
            int refunded) {
        var figures = new HashMap<String, Object>(Map.of(
                "total", total,
                "sold", sold,
                "complimentary", complimentary,
                "held", held,
                "blocked", blocked,
                "available", available,
                "revenue", revenue,
                "refunded", refunded));
        if (name != null) {
            figures.put("name", name);
        }
        return figures;
    }

    private MvcTestResult get(ScheduleSale sale, String what, @Nullable String accept) {
        return get(sale.scheduleId().toString(), what, accept);
    }

    private MvcTestResult get(String scheduleId, String what, @Nullable String accept) {
        var admin = client.admin();
        return (accept == null ? admin : admin.with("Accept", accept)).get("/admin/schedules/" + scheduleId + what);
    }
}
