package dev.frontrow.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.reservation.application.query.SeatMaps;
import dev.frontrow.reservation.application.query.SeatView;
import dev.frontrow.reservation.application.query.SectionView;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class SeatLayoutTests {

    private final BoxOffice office;
    private final SeatMaps seatMaps;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    SeatLayoutTests(
            BoxOffice office,
            SeatMaps seatMaps,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.office = office;
        this.seatMaps = seatMaps;
        this.events = events;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @Test
    void writesTheSeatsInTheOrderOfTheLayout() {
        var sale = office.open(new Section("나", 2, 2, 90), new Section("A-1", 1, 2, 50));

        var map = seatMaps.of(sale.scheduleId());
        var seats = map.seats().toList();

        assertThat(seats)
                .extracting(SeatView::label)
                .containsExactly("나-1-1", "나-1-2", "나-2-1", "나-2-2", "A-1-1-1", "A-1-1-2")
                .isEqualTo(labels(sale.scheduleId()));
        assertThat(seats).extracting(SeatView::row).containsExactly("1", "1", "2", "2", "1", "1");
        assertThat(seats).extracting(SeatView::number).containsExactly(1, 2, 1, 2, 1, 2);
        assertThat(seats.stream().map(SeatView::id)).isSorted();
        assertThat(map.sections()).containsExactly(new SectionView("나", 90, 4, 4), new SectionView("A-1", 50, 2, 2));
    }

    @Test
    void writesAHundredThousandSeats() {
        var sale = office.open(new Section("A", 300, 300, 90), new Section("B", 1, 10_000, 50));

        var seats = seatMaps.of(sale.scheduleId()).seats().toList();

        assertThat(seats).hasSize(100_000);
        assertThat(seats.get(89_999).label()).isEqualTo("A-300-300");
        assertThat(seats.getLast().label()).isEqualTo("B-1-10000");
        assertThat(seats.stream().map(SeatView::label).distinct()).hasSize(100_000);
    }

    @Test
    void areReadOnceForAllWhoAskAndAFailureIsSharedToo() throws Exception {
        var sale = office.open(3);
        var askers = 6;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = transaction.execute(status -> {
                jdbc.sql("lock table reservation.seat in access exclusive mode").update();
                var asking = IntStream.range(0, askers)
                        .mapToObj(i -> threads.submit(() -> seatMaps.of(sale.scheduleId())))
                        .toList();
                // Nobody gets the seats, and all but the one who reads them have given up after the same two seconds.
                await().until(() -> asking.stream().filter(Future::isDone).count() == askers - 1);
                return asking;
            });

            assertThat(asked.stream().filter(each -> succeeded(each))).hasSize(1);
            assertThat(asked)
                    .allSatisfy(each -> assertThat(each)
                            .satisfiesAnyOf(
                                    done -> assertThat(done).succeedsWithin(Duration.ofSeconds(10)),
                                    done -> assertThat(done)
                                            .failsWithin(Duration.ofSeconds(10))
                                            .withThrowableThat()
                                            .withCauseInstanceOf(TransientDataAccessResourceException.class)));
        }
    }

    /** As the database has them, where tickets get theirs. */
    private List<String> labels(ScheduleId scheduleId) {
        return jdbc.sql("select label from reservation.seat where schedule_id = :id order by id")
                .param("id", scheduleId.value())
                .query((row, n) -> row.getString("label"))
                .list();
    }

    private static boolean succeeded(Future<?> asked) {
        try {
            asked.get();
            return true;
        } catch (ExecutionException failed) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void writesThemOnceWhenToldTwice() {
        var sale = office.open(3);
        office.publish(new ScheduleOpened(sale.scheduleId(), sale.concertId(), List.of(new Section("A", 1, 3, 100))));

        assertThat(office.seats(sale)).hasSize(3);
    }

    @Test
    void writesThemOnlyInTheTransactionThatOpensTheSchedule() {
        var sale = office.open(1);

        assertThatThrownBy(() -> events.publishEvent(
                        new ScheduleOpened(sale.scheduleId(), sale.concertId(), List.of(new Section("A", 1, 1, 100)))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }
}
