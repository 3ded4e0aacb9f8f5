package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.OPEN;
import static dev.frontrow.reservation.BoxOffice.STARTS_AT;
import static dev.frontrow.reservation.BoxOffice.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.RefundTerms;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.queue.SeatCount;
import dev.frontrow.reservation.application.port.in.AnnounceSeats;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the line is told of the seats. */
@ModuleTest
class AnnouncingTests {

    private final BoxOffice office;
    private final QueueStandIn queue;
    private final AnnounceSeats announce;

    AnnouncingTests(BoxOffice office, QueueStandIn queue, AnnounceSeats announce) {
        this.office = office;
        this.queue = queue;
        this.announce = announce;
    }

    @AfterEach
    void nobodyWaits() {
        queue.await();
    }

    @Test
    void countsWhatCanBeHadAndWhatIsHeldUnpaid() {
        var sale = office.open(10);
        var seats = office.seats(sale);
        office.reserve(somebody(), sale, seats.get(0), seats.get(1));
        var paid = office.sell(somebody(), sale, seats.get(2));
        var over = office.reserve(somebody(), sale, seats.get(3), seats.get(4), seats.get(5));
        office.runOut(over.id());
        office.block(sale, seats.get(6), seats.get(7));

        assertThat(told(sale.concertId()))
                .extracting(SeatCount::available, SeatCount::held)
                .containsExactly(5L, 2L);
        assertThat(told(sale.concertId()).asOf())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    }

    @Test
    void countsAllSchedulesThatCanBeReservedAndNoOther() {
        var concertId = ConcertId.generate();
        IntStream.range(0, 25).forEach(_ -> open(concertId, OPEN, 2));
        open(concertId, window(Duration.ofHours(-2), Duration.ofHours(-1)), 100);
        open(concertId, window(Duration.ofHours(1), Duration.ofHours(2)), 100);
        var other = office.open(3);

        queue.await(concertId, other.concertId());
        announce.announce();

        assertThat(queue.announced()).containsOnlyKeys(concertId, other.concertId());
        assertThat(queue.announced().get(concertId).available()).isEqualTo(50);
        assertThat(queue.announced().get(other.concertId()).available()).isEqualTo(3);
    }

    @Test
    void tellsThatNothingCanBeHadWhereNoScheduleCanBeReserved() {
        var closed = ConcertId.generate();
        open(closed, window(Duration.ofHours(-2), Duration.ofHours(-1)), 5);

        assertThat(told(closed))
                .extracting(SeatCount::available, SeatCount::held)
                .containsExactly(0L, 0L);
    }

    @Test
    void countsNothingWhereNobodyWaits() {
        office.open(5);
        queue.await();

        announce.announce();

        assertThat(queue.announced()).isEmpty();
    }

    private SeatCount told(ConcertId concertId) {
        queue.await(concertId);
        announce.announce();
        assertThat(queue.announced()).containsOnlyKeys(concertId);
        return queue.announced().get(concertId);
    }

    private static SaleWindow window(Duration opensIn, Duration closesIn) {
        var now = Instant.now();
        return new SaleWindow(now.plus(opensIn), now.plus(closesIn));
    }

    private void open(ConcertId concertId, SaleWindow window, int seats) {
        office.open(
                new ScheduleSale(
                        ScheduleId.generate(), concertId, window, STARTS_AT, 4, RefundTerms.IN_FULL_UNTIL_START, null),
                List.of(new Section("A", 1, seats, 100)));
    }
}
