package dev.frontrow.concert.adapter.in.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ChangeNotAllowed;
import dev.frontrow.concert.ChangesStandIn;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.RefundTerms;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.concert.ShowCancellations;
import dev.frontrow.concert.ShowCancelled;
import dev.frontrow.concert.StoredConcerts;
import dev.frontrow.concert.application.port.in.PublishConcert;
import dev.frontrow.concert.domain.Concert;
import dev.frontrow.concert.domain.Schedule;
import dev.frontrow.concert.domain.Section;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of a concert when one of its shows is cancelled. */
@ModuleTest
class CancellingShowsTests {

    private static final String ADMIN = "/api/v1/admin";
    private static final JsonMapper JSON = new JsonMapper();

    private final MockMvcTester http;
    private final StoredConcerts stored;
    private final ChangesStandIn changes;
    private final ShowCancellations cancellations;
    private final PublishConcert publishConcert;
    private final ConcertSales sales;
    private final TransactionTemplate transaction;
    private Instant now = Instant.EPOCH;

    CancellingShowsTests(
            MockMvcTester http,
            StoredConcerts stored,
            ChangesStandIn changes,
            ShowCancellations cancellations,
            PublishConcert publishConcert,
            ConcertSales sales,
            TransactionTemplate transaction) {
        this.http = http;
        this.stored = stored;
        this.changes = changes;
        this.cancellations = cancellations;
        this.publishConcert = publishConcert;
        this.sales = sales;
        this.transaction = transaction;
    }

    @BeforeEach
    void noConcert() {
        stored.clear();
        changes.forget();
        now = stored.now().truncatedTo(ChronoUnit.SECONDS);
    }

    @AfterEach
    void nobodyReacts() {
        changes.forget();
    }

    @Test
    void tellsOfItOnceAndKeepsTheFirstReason() {
        var concert = published(evening(1), evening(2));
        var first = concert.schedules().getFirst();

        cancel(first.id(), "Rain");
        cancel(first.id(), "Snow");

        assertThat(changes.heard()).singleElement().isInstanceOfSatisfying(ShowCancelled.class, cancelled -> {
            assertThat(cancelled.scheduleId()).isEqualTo(first.id());
            assertThat(cancelled.reason()).isEqualTo("Rain");
            assertThat(cancelled.at()).isBetween(now, now.plus(Duration.ofMinutes(5)));
            assertThat(cancelled.sale().windows())
                    .containsExactly(concert.schedules().getLast().window());
        });
        var answer = edited(concert.id());
        assertThat(answer).hasHeader("ETag", "\"2\"");
        var shown = json(answer).path("schedules");
        assertThat(shown.path(0).path("saleStatus").asString()).isEqualTo("CANCELLED");
        assertThat(shown.path(0).path("cancellation").path("reason").asString()).isEqualTo("Rain");
        assertThat(shown.path(0).path("cancellation").path("at").asString()).endsWith("Z");
        assertThat(shown.path(1).path("saleStatus").asString()).isEqualTo("OPEN");
        assertThat(shown.path(1).path("cancellation").isNull()).isTrue();
        assertThat(json(http.get().uri("/api/v1/concerts/" + concert.id()).exchange())
                        .path("schedules")
                        .path(0)
                        .path("cancellation"))
                .isEqualTo(shown.path(0).path("cancellation"));
    }

    @Test
    void isNoMoreOnSaleAndNotInTheListOfWhatIs() {
        var concert = published(evening(1));
        var schedule = concert.schedules().getFirst().id();

        cancel(schedule, "Rain");

        var sale = Objects.requireNonNull(sales.current(List.of(schedule)).get(schedule));
        assertThat(sale.isCancelled()).isTrue();
        assertThat(sale.isOpen(now.plusSeconds(1))).isFalse();
        var whole = sales.current(concert.id()).orElseThrow();
        assertThat(whole.windows()).isEmpty();
        assertThat(whole.lastClosing()).isEqualTo(sale.cancelledAt());
        assertThat(json(http.get().uri(ADMIN + "/concerts?sale=open").exchange())
                        .path("items")
                        .size())
                .isZero();
        assertThat(json(http.get().uri(ADMIN + "/concerts").exchange())
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void cancelsNoneThatHasBegunUnlessItWasCancelledBefore() {
        var begun = new Schedule(
                ScheduleId.generate(),
                now,
                new SaleWindow(now.minusSeconds(60), now),
                List.of(new Section("A", 1, 1, 80_000)));
        published(begun, evening(1));

        assertThatExceptionOfType(ChangeNotAllowed.class)
                .isThrownBy(() -> cancel(begun.id(), "Rain"))
                .satisfies(refused -> assertThat(refused.errors().getFirst().message())
                        .isEqualTo("can't be cancelled any more, as the schedule has begun"));
        assertThatExceptionOfType(ScheduleNotFound.class).isThrownBy(() -> cancel(ScheduleId.generate(), "Rain"));
        assertThat(changes.heard()).isEmpty();
    }

    @Test
    void changesNothingMoreOfWhatIsCancelled() {
        var concert = published(evening(1), evening(2));
        var schedule = concert.schedules().getFirst();
        cancel(schedule.id(), "Rain");

        for (var change : List.of(
                "\"startsAt\":\"" + schedule.startsAt().plusSeconds(60) + "\"",
                "\"salesOpenAt\":\"" + schedule.window().opensAt().plusSeconds(60) + "\"",
                "\"salesCloseAt\":\"" + schedule.window().closesAt().minusSeconds(60) + "\"",
                "\"sections\":[{\"name\":\"A\",\"price\":1000}]",
                "\"cancellation\":null",
                "\"cancellation\":{\"reason\":\"Snow\"}",
                "\"saleStatus\":\"OPEN\"")) {
            refused(patch(concert.id(), "{\"schedules\":[{\"id\":\"" + schedule.id() + "\"," + change + "}]}"));
        }
        refused(http.post()
                .uri(ADMIN + "/schedules/" + schedule.id() + "/sections")
                .principal(() -> "the-admin")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"B\",\"rows\":1,\"seatsPerRow\":1,\"price\":1}")
                .exchange());
        assertThat(edited(concert.id())).hasHeader("ETag", "\"2\"");
    }

    @Test
    void takesWhatItShowsItselfAsNoChangeAndChangesTheRest() {
        var concert = published(evening(1), evening(2));
        cancel(concert.schedules().getFirst().id(), "Rain");
        var shown = (ObjectNode) json(edited(concert.id()));

        assertThat(patch(concert.id(), shown.toString())).hasStatusOk().hasHeader("ETag", "\"2\"");
        shown.put("title", "Paper Boats");
        assertThat(patch(concert.id(), shown.toString())).hasStatusOk().hasHeader("ETag", "\"3\"");
    }

    @Test
    void isNotCancelledWhereSomebodyCanNotFollowOrWithoutATransaction() {
        var concert = published(evening(1));
        var schedule = concert.schedules().getFirst().id();
        changes.reactBy(event -> {
            throw new IllegalStateException("veto");
        });

        assertThatIllegalStateException().isThrownBy(() -> cancel(schedule, "Rain"));
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> cancellations.cancel(schedule, "Rain"));

        assertThat(edited(concert.id())).hasHeader("ETag", "\"1\"");
    }

    private Schedule evening(int days) {
        var starts = now.plus(Duration.ofDays(days));
        return new Schedule(
                ScheduleId.generate(),
                starts,
                new SaleWindow(now.minusSeconds(60), starts),
                List.of(new Section("A", 1, 2, 80_000)));
    }

    private Concert published(Schedule... schedules) {
        var concert = new Concert(
                ConcertId.generate(),
                "Paper Lanterns",
                "Quiet Harbour Quartet",
                "Maple Lane Hall",
                ZoneId.of("Asia/Seoul"),
                false,
                null,
                RefundTerms.IN_FULL_UNTIL_START,
                List.of(schedules));
        publishConcert.publish(concert);
        return concert;
    }

    private void cancel(ScheduleId schedule, String reason) {
        transaction.executeWithoutResult(_ -> cancellations.cancel(schedule, reason));
    }

    private MvcTestResult edited(ConcertId concert) {
        return http.get().uri(ADMIN + "/concerts/" + concert).exchange();
    }

    private MvcTestResult patch(ConcertId concert, String body) {
        return http.patch()
                .uri(ADMIN + "/concerts/" + concert)
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .content(body)
                .exchange();
    }

    private static void refused(MvcTestResult answer) {
        assertThat(answer).hasStatus(409);
        assertThat(json(answer).path("code").asString()).isEqualTo("change-not-allowed");
        assertThat(json(answer).path("errors").size()).isEqualTo(1);
    }

    private static JsonNode json(MvcTestResult answer) {
        try {
            return Objects.requireNonNull(JSON.readTree(answer.getResponse().getContentAsString()));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
