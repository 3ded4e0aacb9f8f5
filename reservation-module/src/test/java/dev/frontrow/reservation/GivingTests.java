package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static dev.frontrow.reservation.TakenSeats.assertOneGets;
import static dev.frontrow.reservation.TakenSeats.assertTaken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ChangeNotAllowed;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.FieldProblem;
import dev.frontrow.edge.IdempotencyKeyReused;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.Points;
import dev.frontrow.payment.ReservationExpired;
import dev.frontrow.reservation.application.port.in.CancelReservation;
import dev.frontrow.reservation.application.port.in.GiveTickets.Given;
import dev.frontrow.reservation.application.port.in.ReleaseHold;
import dev.frontrow.reservation.application.port.in.UnblockSeats;
import dev.frontrow.reservation.domain.BlockNotFound;
import dev.frontrow.reservation.domain.ReservationAlreadyPaid;
import dev.frontrow.reservation.domain.ReservationStatus;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatNotFound;
import dev.frontrow.reservation.domain.SeatTaken;
import dev.frontrow.reservation.domain.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

@ModuleTest
class GivingTests {

    private final BoxOffice office;
    private final PaymentsStandIn till;
    private final CancelReservation cancelReservation;
    private final ReleaseHold releaseHold;
    private final UnblockSeats unblockSeats;

    GivingTests(
            BoxOffice office,
            PaymentsStandIn till,
            CancelReservation cancelReservation,
            ReleaseHold releaseHold,
            UnblockSeats unblockSeats) {
        this.office = office;
        this.till = till;
        this.cancelReservation = cancelReservation;
        this.releaseHold = releaseHold;
        this.unblockSeats = unblockSeats;
    }

    @Test
    void givesSeatsForNothingWhichAreSoldAndPaidAsAllAre() {
        var sale = office.open(3);
        var seats = office.seats(sale);
        var kim = somebody();

        var given = office.give(kim, sale, seats.get(2), seats.get(0));

        assertThat(given.status()).isEqualTo(ReservationStatus.CONFIRMED);
        assertThat(given.amount()).isEqualTo(Points.NONE);
        assertThat(given.tickets()).extracting(Ticket::seatLabel).containsExactly("A-1-1", "A-1-3");
        assertThat(given.tickets()).extracting(Ticket::price).containsOnly(Points.NONE);
        assertThat(office.state(given.id())).isEqualTo("CONFIRMED PAID PAID");
        assertThat(office.seat(seats.get(0))).isEqualTo("SOLD " + given.id());
        assertThat(till.statusOf(given.id().value())).isEqualTo("PAID");
        assertThat(office.violations()).isEmpty();
        assertThatThrownBy(() -> office.reserve(somebody(), sale, seats.get(0))).isInstanceOf(SeatTaken.class);
        assertThatThrownBy(() -> releaseHold.release(given.id(), kim)).isInstanceOf(ReservationAlreadyPaid.class);
    }

    @Test
    void takesBlockedSeatsOutOfTheirBlocksForGood() {
        var sale = office.open(4);
        var seats = office.seats(sale);
        var block = office.block(sale, seats.get(0), seats.get(1));
        var kim = somebody();

        var given = office.give(kim, sale, seats.get(1), seats.get(2));
        assertThat(office.seat(seats.get(1))).isEqualTo("SOLD " + given.id());
        assertThat(office.blocks(sale).getFirst().seatIds())
                .extracting(SeatId::toString)
                .containsExactly(seats.get(0));

        cancelReservation.cancel(given.id(), kim);
        assertThat(office.seat(seats.get(1))).isEqualTo("AVAILABLE");
        assertThat(office.state(given.id())).isEqualTo("CANCELLED VOID VOID");
        assertThat(till.statusOf(given.id().value())).isEqualTo("REFUNDED");

        office.give(kim, sale, seats.get(0));
        assertThat(office.blocks(sale)).as("an empty block is gone").isEmpty();
        assertThatThrownBy(() -> unblockSeats.unblock(block.id())).isInstanceOf(BlockNotFound.class);
        assertThat(office.violations()).isEmpty();
    }

    @Test
    void givesAllSeatsOrNone() {
        var sale = office.open(4);
        var seats = office.seats(sale);
        office.reserve(somebody(), sale, seats.get(1));
        office.sell(somebody(), sale, seats.get(2));
        office.block(sale, seats.get(3));
        var kim = somebody();

        assertTaken(() -> office.give(kim, sale, seats.toArray(String[]::new)), seats.get(1), seats.get(2));

        assertThat(office.seat(seats.get(0))).isEqualTo("AVAILABLE");
        assertThat(office.seat(seats.get(3))).isEqualTo("BLOCKED");
        assertThat(office.reservationsOf(kim)).isZero();
    }

    @Test
    void givesWhateverTheSalesStateUntilTheStart() {
        var over = new SaleWindow(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2020-01-02T00:00:00Z"));
        var closed = office.open(over, BoxOffice.STARTS_AT, List.of(new Section("A", 1, 1, 100)));
        var begun = office.open(over, Instant.parse("2020-01-02T00:00:00Z"), List.of(new Section("A", 1, 2, 100)));
        var kim = somebody();

        office.give(kim, closed, office.seats(closed).getFirst());
        assertThatExceptionOfType(ChangeNotAllowed.class)
                .isThrownBy(() -> office.give(kim, begun, office.seats(begun).getFirst()))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldProblem::field)
                        .containsExactly("scheduleId"));
        assertThat(office.reservationsOf(kim)).isEqualTo(1);
    }

    @Test
    void findsNoSeatOfAnotherScheduleAndNoScheduleThatThereIsNot() {
        var sale = office.open(1);
        var other = office.seats(office.open(1)).getFirst();

        assertThatThrownBy(() -> office.give(somebody(), sale, other)).isInstanceOf(SeatNotFound.class);
        assertThatThrownBy(() -> office.give(somebody(), null, "nowhere", somebody(), "why", List.of(other)))
                .isInstanceOf(ScheduleNotFound.class);
        assertThat(office.seat(other)).isEqualTo("AVAILABLE");
    }

    @Test
    void doesNotCountWhatIsGivenTowardsTheLimit() {
        var sale = office.open(9);
        var seats = office.seats(sale);
        var kim = somebody();

        office.give(kim, sale, seats.subList(0, 5).toArray(String[]::new));

        assertThat(office.reserve(kim, null, sale, seats.subList(5, 9))
                        .reservation()
                        .tickets())
                .hasSize(4);
    }

    @Test
    void takesASeatWhoseHoldIsOverFromWhoHeldIt() {
        var sale = office.open(1);
        var seat = office.seats(sale).getFirst();
        var old = office.reserve(somebody(), sale, seat);
        office.runOut(old.id());

        var given = office.give(somebody(), sale, seat);

        assertThatThrownBy(() -> till.pay(old.id().value())).isInstanceOf(ReservationExpired.class);
        assertThat(office.seat(seat)).isEqualTo("SOLD " + given.id());
    }

    @Test
    void letsOneWinOfAllThatWantASeatAtOnce() {
        for (var round = 0; round < 5; round++) {
            var sale = office.open(2);
            var seats = office.seats(sale);
            var things = new ArrayList<Callable<Object>>();
            for (var i = 0; i < 4; i++) {
                things.add(() -> office.reserve(somebody(), sale, seats.toArray(String[]::new)));
                things.add(() -> office.give(somebody(), sale, seats.reversed().toArray(String[]::new)));
            }

            assertOneGets(things);
        }
        assertThat(office.violations()).isEmpty();
    }

    @Test
    void eitherGivesABlockedSeatOrFreesItWhenTheBlockEndsMeanwhile() {
        for (var round = 0; round < 10; round++) {
            var sale = office.open(2);
            var seats = office.seats(sale);
            var block = office.block(sale, seats.toArray(String[]::new));

            AtOnce.outcomes(List.<Callable<Object>>of(() -> office.give(somebody(), sale, seats.getFirst()), () -> {
                unblockSeats.unblock(block.id());
                return "ended";
            }));

            assertThat(office.seat(seats.get(0))).startsWith("SOLD");
            assertThat(office.seat(seats.get(1))).isEqualTo("AVAILABLE");
        }
        assertThat(office.violations()).isEmpty();
    }

    @Test
    void answersTheSameKeyWithWhatWasGivenWhateverHasBecomeOfIt() {
        var sale = office.open(2);
        var seats = office.seats(sale);
        var organiser = somebody();
        var kim = somebody();
        var first = give(organiser, sale, kim, "press", seats);
        cancelReservation.cancelAsOrganiser(first.reservation().id());
        office.reserve(somebody(), sale, seats.getFirst());

        var again = give(organiser, sale, kim, "press", seats.reversed());

        assertThat(first.replayed()).isFalse();
        assertThat(again).isEqualTo(new Given(first.reservation(), true));
        assertThatThrownBy(() -> give(organiser, sale, somebody(), "press", seats))
                .isInstanceOf(IdempotencyKeyReused.class);
        assertThatThrownBy(() -> give(organiser, sale, kim, "guests", seats)).isInstanceOf(IdempotencyKeyReused.class);
        assertThatThrownBy(() -> give(organiser, sale, kim, "press", seats.subList(0, 1)))
                .isInstanceOf(IdempotencyKeyReused.class);
        assertThatThrownBy(() -> office.give(organiser, "key", "nowhere", kim, "press", seats))
                .isInstanceOf(IdempotencyKeyReused.class);
    }

    @Test
    void keepsKeysApartFromThoseOfBuyingAndOfOtherOrganisersAndFreesThatOfARefusal() {
        var sale = office.open(4);
        var seats = office.seats(sale);
        var organiser = somebody();
        office.reserve(organiser, "key", sale, seats.subList(0, 1));
        assertThatThrownBy(() -> give(organiser, sale, organiser, "press", seats.subList(0, 2)))
                .isInstanceOf(SeatTaken.class);

        assertThat(give(organiser, sale, organiser, "press", seats.subList(1, 2))
                        .replayed())
                .isFalse();
        assertThat(give(somebody(), sale, organiser, "press", seats.subList(2, 3))
                        .replayed())
                .isFalse();
    }

    @Test
    void replaysTwinsThatComeAtOnce() {
        var sale = office.open(2);
        var seats = office.seats(sale);
        var organiser = somebody();
        var kim = somebody();

        var given = AtOnce.times(8, () -> give(organiser, sale, kim, "press", seats));

        assertThat(given.stream().filter(each -> !each.replayed())).hasSize(1);
        assertThat(given)
                .extracting(Given::reservation)
                .containsOnly(given.getFirst().reservation());
        assertThat(office.reservationsOf(kim)).isEqualTo(1);
    }

    private Given give(UserId organiser, ScheduleSale sale, UserId userId, String reason, List<String> seats) {
        return office.give(organiser, "key", sale.scheduleId().toString(), userId, reason, seats);
    }
}
