package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ChangeNotAllowed;
import dev.frontrow.concert.SaleNotOpen;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.reservation.application.port.in.CallOffShow;
import dev.frontrow.reservation.application.port.in.CancelReservation;
import dev.frontrow.reservation.application.port.in.RefundShows;
import dev.frontrow.reservation.application.port.in.UnblockSeats;
import dev.frontrow.reservation.application.query.ShowCancellationView.Status;
import dev.frontrow.reservation.domain.BlockNotFound;
import dev.frontrow.reservation.domain.Reason;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationNotPaid;
import dev.frontrow.reservation.domain.SeatNotFound;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of the reservations and seats of a show that is cancelled. */
@ModuleTest
class CancellingShowsTests {

    private final BoxOffice office;
    private final CancellationScene shows;
    private final PaymentsStandIn till;
    private final CallOffShow callOffShow;
    private final RefundShows refundShows;
    private final CancelReservation cancelReservation;
    private final UnblockSeats unblockSeats;
    private final JdbcClient jdbc;

    CancellingShowsTests(
            BoxOffice office,
            CancellationScene shows,
            PaymentsStandIn till,
            CallOffShow callOffShow,
            RefundShows refundShows,
            CancelReservation cancelReservation,
            UnblockSeats unblockSeats,
            JdbcClient jdbc) {
        this.office = office;
        this.shows = shows;
        this.till = till;
        this.callOffShow = callOffShow;
        this.refundShows = refundShows;
        this.cancelReservation = cancelReservation;
        this.unblockSeats = unblockSeats;
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

        shows.cancel(sale);

        assertThat(office.state(held.id())).isEqualTo("RELEASED VOID");
        assertThat(becauseOf(held)).isEqualTo("SHOW_CANCELLED");
        assertThat(till.statusOf(held.id().value())).isEqualTo("CANCELLED");
        assertThat(office.state(over.id())).as("it had ended by itself").isEqualTo("PENDING_PAYMENT UNPAID");
        assertThat(office.state(paid.id())).isEqualTo("CONFIRMED PAID");
        shows.assertProgress(sale, Status.RUNNING, 2, 0, 0);
        assertThat(refundShows.unfinished()).contains(sale.scheduleId());

        assertThat(shows.refundSome(sale)).isEqualTo(2);

        assertThat(office.state(paid.id())).isEqualTo("CANCELLED VOID");
        assertThat(office.state(given.id())).isEqualTo("CANCELLED VOID");
        assertThat(becauseOf(paid)).isEqualTo("SHOW_CANCELLED");
        assertThat(till.statusOf(paid.id().value())).isEqualTo("REFUNDED");
        shows.assertProgress(sale, Status.DONE, 2, 2, 100);
        assertThat(refundShows.unfinished()).doesNotContain(sale.scheduleId());
        assertThat(shows.refundSome(sale)).isZero();
    }

    @Test
    void isDoneAtOnceWhereNothingIsPaid() {
        var sale = office.open(1);

        shows.cancel(sale);

        shows.assertProgress(sale, Status.DONE, 0, 0, 0);
    }

    @Test
    void keepsTheFirstReasonAndTheCountsWhenItIsCancelledAgain() {
        var sale = office.open(2);
        office.sell(somebody(), sale, office.seats(sale).getFirst());
        shows.cancel(sale);
        shows.refundSome(sale);

        callOffShow.callOff(sale.scheduleId(), new Reason("Snow"));

        shows.assertProgress(sale, Status.DONE, 1, 1, 100);
    }

    @Test
    void cancelsNoScheduleThatThereIsNot() {
        assertThatThrownBy(() -> callOffShow.callOff(ScheduleId.generate(), new Reason("Rain")))
                .isInstanceOf(ScheduleNotFound.class);
    }

    @Test
    void countsWhatBuyersAndOrganisersCancelMeanwhileThoughItHasBegun() {
        var sale = office.open(
                BoxOffice.OPEN, Instant.parse("2026-01-01T00:00:00Z"), List.of(new Section("A", 1, 4, 100)));
        var seats = office.seats(sale);
        var first = office.sell(somebody(), sale, seats.get(0), seats.get(1));
        var second = office.sell(somebody(), sale, seats.get(2));
        var held = office.reserve(somebody(), sale, seats.get(3));
        shows.cancel(sale);

        cancelReservation.cancel(first.id(), first.userId());
        cancelReservation.cancel(first.id(), first.userId());

        assertThat(becauseOf(first)).isEqualTo("SHOW_CANCELLED");
        shows.assertProgress(sale, Status.RUNNING, 2, 1, 200);
        cancelReservation.cancelAsOrganiser(second.id());
        shows.assertProgress(sale, Status.DONE, 2, 2, 300);
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

        shows.cancel(sale);

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

    private String becauseOf(Reservation reservation) {
        return jdbc.sql("select cancelled_because from reservation.reservation where id = :id")
                .param("id", reservation.id().value())
                .query((row, n) -> row.getString(1))
                .single();
    }
}
