package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.frontrow.LockWaits;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.SaleNotOpen;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleMoved;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.concert.SectionAdded;
import dev.frontrow.concert.SectionsPriced;
import dev.frontrow.concert.SectionsPriced.Section;
import dev.frontrow.payment.Points;
import dev.frontrow.reservation.application.port.in.CancelReservation;
import dev.frontrow.reservation.application.query.SeatLayout;
import dev.frontrow.reservation.application.query.SeatMaps;
import dev.frontrow.reservation.domain.CancellationClosed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Seats and reservations go by what an admin changes of their schedule. */
@ModuleTest
class FollowingSchedulesTests {

    private static final Instant PAST = Instant.parse("2026-01-01T00:00:00Z");

    private final BoxOffice office;
    private final ConcertsStandIn concerts;
    private final PaymentsStandIn till;
    private final CancelReservation cancelReservation;
    private final SeatMaps seatMaps;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    FollowingSchedulesTests(
            BoxOffice office,
            ConcertsStandIn concerts,
            PaymentsStandIn till,
            CancelReservation cancelReservation,
            SeatMaps seatMaps,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.office = office;
        this.concerts = concerts;
        this.till = till;
        this.cancelReservation = cancelReservation;
        this.seatMaps = seatMaps;
        this.events = events;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void reservesByTheSaleAsItIsNowWhateverIsRemembered() {
        var sale = office.open(2);
        var seat = office.seats(sale).getFirst();
        concerts.rescheduleUnnoticed(sale, new SaleWindow(BoxOffice.OPEN.opensAt(), PAST));

        assertThatExceptionOfType(SaleNotOpen.class).isThrownBy(() -> office.reserve(somebody(), sale, seat));
        assertThat(office.seat(seat)).isEqualTo("AVAILABLE");

        concerts.changeUnnoticed(sale);
        assertThat(office.reserve(somebody(), sale, seat).tickets()).hasSize(1);
    }

    @Test
    void reservesNothingThatIsHiddenNowButReplaysWhatWasReserved() {
        var sale = office.open(2);
        var seats = office.seats(sale);
        var kim = somebody();
        var first = office.reserve(kim, "a-key", sale, List.of(seats.getFirst()));

        concerts.hideUnnoticed(sale.scheduleId());

        assertThatExceptionOfType(ScheduleNotFound.class)
                .isThrownBy(() -> office.reserve(somebody(), sale, seats.getLast()));
        assertThat(office.reserve(kim, "a-key", sale, List.of(seats.getFirst())).reservation())
                .isEqualTo(first.reservation());
    }

    @Test
    void pricesSeatsForThoseWhoReserveFromNowOn() {
        var sale = office.open(section("A"), section("B"));
        var seats = office.seats(sale);
        var before = office.reserve(somebody(), sale, seats.getFirst());
        var layout = seatMaps.of(sale.scheduleId()).layout();

        office.publish(priced(sale, "A", 150));
        office.publish(priced(sale, "A", 150));

        assertThat(office.reserve(somebody(), sale, seats.get(1)).amount()).isEqualTo(new Points(150));
        assertThat(office.reserve(somebody(), sale, seats.getLast()).amount()).isEqualTo(new Points(100));
        assertThat(before.amount()).isEqualTo(new Points(100));
        till.pay(before.id().value());
        assertThat(office.state(before.id())).isEqualTo("CONFIRMED PAID");
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(seatMaps.of(sale.scheduleId()).layout().sections())
                                .extracting(SeatLayout.Section::name, SeatLayout.Section::price)
                                .containsExactly(tuple("A", 150L), tuple("B", 100L)));
        assertThat(seatMaps.of(sale.scheduleId()).layout().version()).isNotEqualTo(layout.version());
    }

    @Test
    void locksTheSeatsOfAllThatIsPricedTogetherInTheOrderOfTheirIds() {
        var lower = office.open(1);
        var higher = office.open(1);
        var priced = new SectionsPriced(
                List.of(new Section(higher.scheduleId(), "A", 150), new Section(lower.scheduleId(), "A", 160)));

        var pricing = requireNonNull(transaction.execute(tx -> {
            assertThat(lockedNow(lower)).isTrue();
            var waiting = CompletableFuture.runAsync(() -> office.publish(priced), Thread::startVirtualThread);
            LockWaits.await(jdbc, "set price");
            assertThat(lockedNow(higher))
                    .as("the higher seat is free while the lower one is waited for")
                    .isTrue();
            return waiting;
        }));

        assertThat(pricing).succeedsWithin(Duration.ofSeconds(20));
        assertThat(office.reserve(somebody(), higher, office.seats(higher).getFirst())
                        .amount())
                .isEqualTo(new Points(150));
        assertThat(office.reserve(somebody(), lower, office.seats(lower).getFirst())
                        .amount())
                .isEqualTo(new Points(160));
    }

    @Test
    void writesTheSeatsOfOneMoreSectionBehindTheOthersOnce() {
        var sale = office.open(2);
        var before = office.seats(sale);
        var layout = seatMaps.of(sale.scheduleId()).layout();
        var added = new SectionAdded(sale.scheduleId(), new ScheduleOpened.Section("B", 2, 3, 70), 2);

        office.publish(added);
        office.publish(added);

        var after = office.seats(sale);
        assertThat(after).hasSize(8).startsWith(before.toArray(String[]::new));
        var reserved = office.reserve(somebody(), sale, after.getLast());
        assertThat(reserved.amount()).isEqualTo(new Points(70));
        assertThat(reserved.tickets().getFirst().seatLabel()).isEqualTo("B-2-3");
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(seatMaps.of(sale.scheduleId()).layout().sections())
                                .extracting(SeatLayout.Section::name)
                                .containsExactly("A", "B"));
        assertThat(seatMaps.of(sale.scheduleId()).layout().version()).isNotEqualTo(layout.version());
    }

    @Test
    void letsThoseWhoHavePaidCancelUntilTheNewStart() {
        var sale = office.open(BoxOffice.OPEN, PAST, List.of(section("A")));
        var held = office.sell(somebody(), sale, office.seats(sale).getFirst());
        assertThatExceptionOfType(CancellationClosed.class)
                .isThrownBy(() -> cancelReservation.cancel(held.id(), held.userId()));

        office.publish(new ScheduleMoved(sale.scheduleId(), BoxOffice.STARTS_AT));
        office.publish(new ScheduleMoved(sale.scheduleId(), BoxOffice.STARTS_AT));
        cancelReservation.cancel(held.id(), held.userId());

        assertThat(office.state(held.id())).isEqualTo("CANCELLED VOID");
    }

    @Test
    void letsNobodyCancelFromAnEarlierStartOn() {
        var sale = office.open(1);
        var held = office.sell(somebody(), sale, office.seats(sale).getFirst());

        office.publish(new ScheduleMoved(sale.scheduleId(), PAST));

        assertThatExceptionOfType(CancellationClosed.class)
                .isThrownBy(() -> cancelReservation.cancel(held.id(), held.userId()));
    }

    @Test
    void needsTheTransactionOfTheChange() {
        var sale = office.open(1);

        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> events.publishEvent(new ScheduleMoved(sale.scheduleId(), PAST)));
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> events.publishEvent(priced(sale, "A", 1)));
    }

    @Test
    void vetoesAPriceOfASectionThatHasNoSeats() {
        var sale = office.open(1);

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> office.publish(priced(sale, "Z", 1)));
    }

    private boolean lockedNow(ScheduleSale sale) {
        return jdbc.sql("select id from reservation.seat where schedule_id = :id for no key update skip locked")
                        .param("id", sale.scheduleId().value())
                        .query((row, n) -> row.getLong("id"))
                        .list()
                        .size()
                == 1;
    }

    private static SectionsPriced priced(ScheduleSale sale, String section, long price) {
        return new SectionsPriced(List.of(new Section(sale.scheduleId(), section, price)));
    }

    private static ScheduleOpened.Section section(String name) {
        return new ScheduleOpened.Section(name, 1, 2, 100);
    }
}
