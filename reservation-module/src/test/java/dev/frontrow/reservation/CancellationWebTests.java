package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static dev.frontrow.reservation.WebAnswers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.reservation.application.port.in.RefundShows;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class CancellationWebTests {

    private final BoxOffice office;
    private final ReservationClient client;
    private final RefundShows refundShows;

    CancellationWebTests(BoxOffice office, ReservationClient client, RefundShows refundShows) {
        this.office = office;
        this.client = client;
        this.refundShows = refundShows;
    }

    @Test
    void answersHowFarItIsAndTheSameToWhoeverCancelsAgain() {
        var sale = office.open(2);
        office.sell(somebody(), sale, office.seats(sale).getFirst());
        assertProblem(get(sale), 404, "cancellation-not-found");

        var cancelled = cancel(sale, "{\"reason\":\"Cafe\u0301 flooded\"}");

        assertThat(cancelled).hasStatus(202).hasHeader("Cache-Control", "no-store");
        assertThat(cancelled).bodyJson().isStrictlyEqualTo("""
                {"scheduleId":"%s","reason":"Caf\u00e9 flooded","status":"RUNNING","refundsTotal":1,"refundsDone":0,
                 "pointsReturned":0,"startedAt":"2026-01-01T00:00:00Z","finishedAt":null}
                """.formatted(sale.scheduleId()));
        assertThat(get(sale))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("RUNNING");

        refundShows.refund(sale.scheduleId(), refundShows.due(sale.scheduleId(), null));

        var again = cancel(sale, "{\"reason\":\"Snow\"}");
        assertThat(again).hasStatus(202);
        assertThat(again).bodyJson().extractingPath("$.reason").isEqualTo("Caf\u00e9 flooded");
        assertThat(again).bodyJson().extractingPath("$.status").isEqualTo("DONE");
        assertThat(again).bodyJson().extractingPath("$.refundsDone").isEqualTo(1);
        assertThat(again).bodyJson().extractingPath("$.pointsReturned").isEqualTo(100);
        assertThat(again).bodyJson().extractingPath("$.finishedAt").asString().endsWith("Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"reason\":null}",
                "{\"reason\":\" \"}",
                "{\"reason\":7}",
                "{\"reason\":\"a\",\"more\":1}",
                "{\"reason\":\"a\u200bb\"}",
                "[]",
                ""
            })
    void refusesABodyThatGivesNoReason(String body) {
        var sale = office.open(1);

        assertProblem(cancel(sale, body), 400, "invalid-request");

        assertProblem(get(sale), 404, "cancellation-not-found");
    }

    @Test
    void takesAReasonOfTwoHundredCharactersAndNoMore() {
        var sale = office.open(1);

        assertProblem(cancel(sale, "{\"reason\":\"" + "a".repeat(201) + "\"}"), 400, "invalid-request");
        assertThat(cancel(sale, "{\"reason\":\"" + "\ud83c\udfbb".repeat(200) + "\"}"))
                .hasStatus(202);
    }

    @Test
    void findsNoScheduleThatThereIsNot() {
        for (var unknown : new String[] {"nowhere", UUID.randomUUID().toString()}) {
            assertProblem(get(unknown), 404, "schedule-not-found");
            assertProblem(cancel(unknown, "{\"reason\":\"Rain\"}"), 404, "schedule-not-found");
        }
    }

    @Test
    void showsItsSeatsAsBlockedInTheFiguresOfItsSale() {
        var sale = office.open(3);
        office.sell(somebody(), sale, office.seats(sale).getFirst());
        cancel(sale, "{\"reason\":\"Rain\"}");

        var total = client.admin().get("/admin/schedules/" + sale.scheduleId() + "/sales");

        assertThat(total)
                .bodyJson()
                .extractingPath("$.total")
                .asMap()
                .containsEntry("blocked", 3)
                .containsEntry("sold", 0)
                .containsEntry("available", 0)
                .containsEntry("revenue", 100);
    }

    private MvcTestResult cancel(ScheduleSale sale, String body) {
        return cancel(sale.scheduleId().toString(), body);
    }

    private MvcTestResult cancel(String schedule, String body) {
        return client.admin().post("/admin/schedules/" + schedule + "/cancellation", body);
    }

    private MvcTestResult get(ScheduleSale sale) {
        return get(sale.scheduleId().toString());
    }

    private MvcTestResult get(String schedule) {
        return client.admin().get("/admin/schedules/" + schedule + "/cancellation");
    }
}
