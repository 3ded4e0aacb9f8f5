package dev.frontrow.concert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.frontrow.ModuleTest;
import dev.frontrow.SchemaAlone;
import dev.frontrow.concert.application.port.in.PublishConcert;
import dev.frontrow.concert.domain.Concert;
import dev.frontrow.concert.domain.Schedule;
import dev.frontrow.concert.domain.Section;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.Scenario;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The module alone: what it promises to those who listen and ask. */
@ModuleTest
class ConcertModuleTests {

    private final PublishConcert publishConcert;
    private final ConcertSales sales;
    private final SeatsStandIn seats;
    private final StoredConcerts stored;
    private final JdbcClient jdbc;

    ConcertModuleTests(
            PublishConcert publishConcert,
            ConcertSales sales,
            SeatsStandIn seats,
            StoredConcerts stored,
            JdbcClient jdbc) {
        this.publishConcert = publishConcert;
        this.sales = sales;
        this.seats = seats;
        this.stored = stored;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void noConcert() {
        stored.clear();
        seats.forget();
    }

    @AfterEach
    void nobodyReacts() {
        seats.forget();
    }

    @Test
    void tellsOfEachScheduleWithinItsTransaction(Scenario scenario) {
        var inTransaction = new ArrayList<Boolean>();
        seats.reactBy(event -> {
            inTransaction.add(TransactionSynchronizationManager.isActualTransactionActive());
            inTransaction.add(sales.ofSchedule(event.scheduleId()).isPresent());
        });

        var concert = concert(2, 3);

        scenario.stimulate(() -> publishConcert.publish(concert))
                .andWaitForEventOfType(ScheduleOpened.class)
                .toArriveAndVerify(first -> assertThat(seats.heard())
                        .startsWith(first)
                        .hasSize(2)
                        .allSatisfy(event -> {
                            assertThat(event.concertId()).isEqualTo(concert.id());
                            assertThat(event.sections())
                                    .containsExactly(
                                            new ScheduleOpened.Section("S0", 5, 10, 80_000),
                                            new ScheduleOpened.Section("S1", 5, 10, 80_001),
                                            new ScheduleOpened.Section("S2", 5, 10, 80_002));
                        })
                        .extracting(ScheduleOpened::scheduleId)
                        .doesNotHaveDuplicates());

        assertThat(inTransaction).containsExactly(true, true, true, true);
    }

    @Test
    void leavesNothingBehindWhereAListenerVetoes(Scenario scenario) {
        seats.reactBy(event -> {
            assertThat(sales.ofConcert(event.concertId())).isPresent();
            if (seats.heard().size() == 2) {
                throw new IllegalStateException("no room for these seats");
            }
        });

        scenario.stimulate(
                        _ -> assertThatIllegalStateException().isThrownBy(() -> publishConcert.publish(concert(3, 1))))
                .andWaitForStateChange(stored::count, concerts -> concerts == 0)
                .andVerifyEvents(events -> assertThat(events.ofType(ScheduleOpened.class))
                        .hasSizeLessThan(3)
                        .first()
                        .satisfies(vetoed -> {
                            assertThat(sales.ofConcert(vetoed.concertId())).isEmpty();
                            assertThat(sales.ofSchedule(vetoed.scheduleId())).isEmpty();
                        }));

        assertThat(rows("schedule")).isZero();
        assertThat(rows("section")).isZero();
    }

    @Test
    void knowsTheSaleOfWhatItHasPublished(Scenario scenario) {
        var concert = concert(2, 1);

        scenario.stimulate(() -> publishConcert.publish(concert))
                .andWaitForEventOfType(ScheduleOpened.class)
                .toArriveAndVerify(_ -> {
                    assertThat(sales.ofConcert(concert.id()))
                            .hasValueSatisfying(sale -> assertThat(sale.windows())
                                    .hasSize(2)
                                    .anyMatch(window -> window.isOpen(stored.now())));
                    assertThat(seats.heard())
                            .extracting(event -> sales.ofSchedule(event.scheduleId())
                                    .orElseThrow()
                                    .concertId())
                            .containsExactly(concert.id(), concert.id());
                });
    }

    @Test
    void publishesAConcertOfTheLargestSize() {
        publishConcert.publish(concert(100, 100));

        assertThat(rows("schedule")).isEqualTo(100);
        assertThat(rows("section")).isEqualTo(10_000);
        assertThat(seats.heard()).hasSize(100);
    }

    @Test
    void needsNoSchemaButItsOwn(@Autowired JdbcClient jdbc) {
        SchemaAlone.isThere(jdbc, "concert");
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) as n from concert." + table)
                .query((row, n) -> row.getLong("n"))
                .single();
    }

    private Concert concert(int schedules, int sections) {
        var now = stored.now();
        var layout = IntStream.range(0, sections)
                .mapToObj(number -> new Section("S" + number, 5, 10, 80_000 + number))
                .toList();
        var window = new SaleWindow(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1)));
        var evenings = IntStream.range(0, schedules)
                .mapToObj(number ->
                        new Schedule(ScheduleId.generate(), now.plus(Duration.ofDays(number + 1)), window, layout))
                .toList();
        return new Concert(
                ConcertId.generate(),
                "Paper Lanterns",
                "Quiet Harbour Quartet",
                "Maple Lane Hall",
                ZoneId.of("Asia/Seoul"),
                false,
                null,
                RefundTerms.IN_FULL_UNTIL_START,
                List.copyOf(evenings));
    }
}
