package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ChangeNotAllowed;
import dev.frontrow.concert.SaleNotOpen;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.reservation.PaymentsStandIn.NotPayable;
import dev.frontrow.reservation.application.port.in.CallOffShow;
import dev.frontrow.reservation.application.port.in.CancelReservation;
import dev.frontrow.reservation.application.port.in.RefundShows;
import dev.frontrow.reservation.application.port.in.UnblockSeats;
import dev.frontrow.reservation.application.query.ShowCancellationView;
import dev.frontrow.reservation.application.query.ShowCancellationView.Status;
import dev.frontrow.reservation.application.query.ShowCancellationViews;
import dev.frontrow.reservation.domain.BlockNotFound;
import dev.frontrow.reservation.domain.Reason;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationNotPaid;
import dev.frontrow.reservation.domain.SeatNotFound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class CancellingShowsTests {

    private static final Reason RAIN = new Reason("Rain");

    private final BoxOffice office;
    private final PaymentsStandIn till;
    private final CallOffShow callOffShow;
    private final RefundShows refundShows;
    private final CancelReservation cancelReservation;
    private final UnblockSeats unblockSeats;
    private final ShowCancellationViews cancellations;
    private final JdbcClient jdbc;

    CancellingShowsTests(
            BoxOffice office,
            PaymentsStandIn till,
            CallOffShow callOffShow,
            RefundShows refundShows,
            CancelReservation cancelReservation,
            UnblockSeats unblockSeats,
            ShowCancellationViews cancellations,
            JdbcClient jdbc) {
        this.office = office;
        this.till = till;
        this.callOffShow = callOffShow;
        this.refundShows = refundShows;
        this.cancelReservation = cancelReservation;
        this.unblockSeats = unblockSeats;
        this.cancellations = cancellations;
        this.jdbc = jdbc;
    }

    @Test
    void voidsWhatIsHeldAtOnceAndRefundsWhatIsPaidAfterwards() {
        var sale = office.open(4);
        var seats = office.seats(sale);
        var held = office.reserve(somebody(), sale, seats.get(0));
        var paid = office.sell(somebody(), sale, seats.get(1));
        var given = office.give(somebody(), sale, seats.get(2));
        var over = office.reserve(somebody(), sale, seats.get(3));
        office.runOut(over.id());

        callOffShow.callOff(sale.scheduleId(), RAIN);

        assertThat(office.state(held.id())).isEqualTo("RELEASED VOID");
        assertThat(becauseOf(held)).isEqualTo("SHOW_CANCELLED");
        assertThat(till.statusOf(held.id().value())).isEqualTo("CANCELLED");
        assertThat(office.state(over.id())).as("it had ended by itself").isEqualTo("PENDING_PAYMENT UNPAID");
        assertThat(office.state(paid.id())).isEqualTo("CONFIRMED PAID");
        assertThat(progress(sale)).isEqualTo(progress(sale, "Rain", Status.RUNNING, 2, 0, 0));
        assertThat(refundShows.unfinished()).contains(sale.scheduleId());

        assertThat(refundSome(sale)).isEqualTo(2);

        assertThat(office.state(paid.id())).isEqualTo("CANCELLED VOID");
        assertThat(office.state(given.id())).isEqualTo("CANCELLED VOID");
        assertThat(becauseOf(paid)).isEqualTo("SHOW_CANCELLED");
        assertThat(till.statusOf(paid.id().value())).isEqualTo("REFUNDED");
        assertThat(progress(sale)).isEqualTo(progress(sale, "Rain", Status.DONE, 2, 2, 100));
        assertThat(refundShows.unfinished()).doesNotContain(sale.scheduleId());
        assertThat(refundSome(sale)).isZero();
    }

    @Test
    void isDoneAtOnceWhereNothingIsPaid() {
        var sale = office.open(1);

        callOffShow.callOff(sale.scheduleId(), RAIN);

        assertThat(progress(sale)).isEqualTo(progress(sale, "Rain", Status.DONE, 0, 0, 0));
    }

    @Test
    void keepsTheFirstReasonAndTheCountsWhenItIsCancelledAgain() {
        var sale = office.open(2);
        office.sell(somebody(), sale, office.seats(sale).getFirst());
        callOffShow.callOff(sale.scheduleId(), RAIN);
        refundSome(sale);

        callOffShow.callOff(sale.scheduleId(), new Reason("Snow"));

        assertThat(progress(sale)).isEqualTo(progress(sale, "Rain", Status.DONE, 1, 1, 100));
    }

    @Test
    void cancelsNoScheduleThatThereIsNot() {
        assertThatThrownBy(() -> callOffShow.callOff(ScheduleId.random(), RAIN)).isInstanceOf(ScheduleNotFound.class);
    }

    @Test
    void countsWhatBuyersAndOrganisersCancelMeanwhileThoughItHasBegun() {
        var sale = office.open(
                BoxOffice.OPEN, Instant.parse("2026-01-01T00:00:00Z"), List.of(new Section("A", 1, 4, 100)));
        var seats = office.seats(sale);
        var first = office.sell(somebody(), sale, seats.get(0), seats.get(1));
        var second = office.sell(somebody(), sale, seats.get(2));
        var held = office.reserve(somebody(), sale, seats.get(3));
        callOffShow.callOff(sale.scheduleId(), RAIN);

        cancelReservation.cancel(first.id(), first.userId());
        cancelReservation.cancel(first.id(), first.userId());

        assertThat(becauseOf(first)).isEqualTo("SHOW_CANCELLED");
        assertThat(progress(sale)).isEqualTo(progress(sale, "Rain", Status.RUNNING, 2, 1, 200));
        cancelReservation.cancelAsOrganiser(second.id());
        assertThat(progress(sale)).isEqualTo(progress(sale, "Rain", Status.DONE, 2, 2, 300));
        assertThatThrownBy(() -> cancelReservation.cancel(held.id(), held.userId()))
                .isInstanceOf(ReservationNotPaid.class);
    }

    @Test
    void refusesWhateverIsWantedOfItsSeats() {
        var sale = office.open(3);
        var seats = office.seats(sale);
        var block = office.block(sale, seats.get(0));
        var gone = office.block(sale, seats.get(1));
        unblockSeats.unblock(gone.id());
        office.sell(somebody(), sale, seats.get(2));

        callOffShow.callOff(sale.scheduleId(), RAIN);

        assertThatThrownBy(() -> office.reserve(somebody(), sale, seats.get(1)))
                .isInstanceOf(SaleNotOpen.class)
                .hasMessageContaining("cancelled");
        for (var seat : List.of(seats.get(1), seats.get(2))) {
            assertThatThrownBy(() -> office.block(sale, seat)).isInstanceOf(ChangeNotAllowed.class);
            assertThatThrownBy(() -> office.give(somebody(), sale, seat)).isInstanceOf(ChangeNotAllowed.class);
        }
        assertThatThrownBy(() -> office.block(sale, "0")).isInstanceOf(SeatNotFound.class);
        assertThatThrownBy(() -> office.give(somebody(), sale, "0")).isInstanceOf(SeatNotFound.class);
        assertThatThrownBy(() -> unblockSeats.unblock(block.id())).isInstanceOf(ChangeNotAllowed.class);
        assertThatThrownBy(() -> unblockSeats.unblock(gone.id())).isInstanceOf(BlockNotFound.class);
        assertThat(office.seat(seats.get(0))).isEqualTo("BLOCKED");
        assertThat(office.seat(seats.get(1))).isEqualTo("AVAILABLE");
    }

    @Test
    void refundsEachReservationOnceHoweverManyAreAtIt() {
        var sale = office.open(240);
        var seats = office.seats(sale);
        var users = IntStream.range(0, 40).mapToObj(_ -> somebody()).toList();
        var paid = IntStream.range(0, 120)
                .mapToObj(i -> office.sell(users.get(i % 40), sale, seats.get(i)))
                .toList();
        IntStream.range(0, 60).forEach(i -> office.give(somebody(), sale, seats.get(120 + i)));
        callOffShow.callOff(sale.scheduleId(), RAIN);
        List<Callable<Integer>> refunders = Collections.nCopies(4, () -> {
            var refunded = 0;
            for (var some = 1; some > 0; refunded += some) {
                some = refundSome(sale);
            }
            return refunded;
        });

        AtOnce.all(refunders);
        while (refundSome(sale) > 0) {} // what was passed by at the end

        assertThat(progress(sale)).isEqualTo(progress(sale, "Rain", Status.DONE, 180, 180, 12_000));
        assertThat(paid).allSatisfy(reservation -> {
            assertThat(office.state(reservation.id())).isEqualTo("CANCELLED VOID");
            assertThat(till.statusOf(reservation.id().value())).isEqualTo("REFUNDED");
        });
    }

    @Test
    void refundsOrRefusesThoseWhoAreJustReservingOrPaying() {
        for (int round = 0; round < 5; round++) {
            var sale = office.open(40);
            var seats = office.seats(sale);
            var held = IntStream.range(0, 20)
                    .mapToObj(i -> office.reserve(somebody(), sale, seats.get(i)))
                    .toList();
            List<Callable<Boolean>> things = new ArrayList<>();
            held.forEach(reservation -> things.add(() -> pays(reservation)));
            seats.subList(20, 40).forEach(seat -> things.add(() -> reserves(sale, seat)));
            things.add(10, () -> {
                callOffShow.callOff(sale.scheduleId(), RAIN);
                return true;
            });

            var paid = new ArrayList<>(AtOnce.all(things));
            paid.remove(10);

            var payers = (int) paid.subList(0, 20).stream().filter(done -> done).count();
            assertThat(statesOf(sale)).doesNotContain("PENDING_PAYMENT");
            assertThat(Collections.frequency(statesOf(sale), "CONFIRMED")).isEqualTo(payers);
            refundSome(sale);
            assertThat(statesOf(sale)).isSubsetOf("RELEASED", "CANCELLED");
            assertThat(progress(sale)).isEqualTo(progress(sale, "Rain", Status.DONE, payers, payers, payers * 100L));
        }
    }

    @Test
    void passesByWhatIsAlreadyKnownToBeLeft() {
        var sale = office.open(3);
        var seats = office.seats(sale);
        var first = office.sell(somebody(), sale, seats.get(0));
        var second = office.sell(somebody(), sale, seats.get(1));
        var third = office.sell(somebody(), sale, seats.get(2));
        callOffShow.callOff(sale.scheduleId(), RAIN);

        assertThat(refundShows.due(sale.scheduleId(), null)).containsExactly(first.id(), second.id(), third.id());
        assertThat(refundShows.due(sale.scheduleId(), first.id())).containsExactly(second.id(), third.id());
        assertThat(refundShows.refund(sale.scheduleId(), List.of(second.id(), third.id())))
                .isEqualTo(2);
        assertThat(refundShows.refund(sale.scheduleId(), List.of(second.id()))).isZero();
        assertThat(refundShows.due(sale.scheduleId(), second.id())).isEmpty();
        assertThat(refundShows.due(sale.scheduleId(), null)).containsExactly(first.id());
        assertThat(refundSome(sale)).isEqualTo(1);
    }

    private int refundSome(ScheduleSale sale) {
        return refundShows.refund(sale.scheduleId(), refundShows.due(sale.scheduleId(), null));
    }

    private boolean pays(Reservation reservation) {
        try {
            till.pay(reservation.id().value());
            return true;
        } catch (NotPayable cancelled) {
            return false;
        }
    }

    private boolean reserves(ScheduleSale sale, String seat) {
        try {
            office.reserve(somebody(), sale, seat);
            return true;
        } catch (SaleNotOpen cancelled) {
            return false;
        }
    }

    private ShowCancellationView progress(ScheduleSale sale) {
        return cancellations.find(sale.scheduleId()).orElseThrow();
    }

    private ShowCancellationView progress(
            ScheduleSale sale, String reason, Status status, int total, int done, long returned) {
        return new ShowCancellationView(
                sale.scheduleId(),
                reason,
                status,
                total,
                done,
                returned,
                ConcertsStandIn.CANCELLED_AT,
                progress(sale).finishedAt());
    }

    private String becauseOf(Reservation reservation) {
        return jdbc.sql("select cancelled_because from reservation.reservation where id = :id")
                .param("id", reservation.id().value())
                .query((row, n) -> row.getString(1))
                .single();
    }

    private List<String> statesOf(ScheduleSale sale) {
        return jdbc.sql("select status from reservation.reservation where schedule_id = :id")
                .param("id", sale.scheduleId().value())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
