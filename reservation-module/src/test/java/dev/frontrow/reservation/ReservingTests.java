package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static dev.frontrow.reservation.TakenSeats.assertTaken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.AtOnce;
import dev.frontrow.AtOnce.Outcome;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.SaleNotOpen;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.edge.IdempotencyKeyReused;
import dev.frontrow.payment.Points;
import dev.frontrow.reservation.application.port.in.ReserveSeats.Reserved;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationStatus;
import dev.frontrow.reservation.domain.SeatLimitExceeded;
import dev.frontrow.reservation.domain.SeatNotFound;
import dev.frontrow.reservation.domain.SeatTaken;
import dev.frontrow.reservation.domain.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

@ModuleTest
class ReservingTests {

    private static final SaleWindow OVER =
            new SaleWindow(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2020-01-02T00:00:00Z"));

    private final BoxOffice office;
    private final PaymentsStandIn till;

    ReservingTests(BoxOffice office, PaymentsStandIn till) {
        this.office = office;
        this.till = till;
    }

    @Test
    void holdsTheSeatsForFiveMinutesAndOpensThePayment() {
        var sale = office.open(10);
        var seats = office.seats(sale);
        var kim = somebody();

        var reservation = office.reserve(kim, sale, seats.get(4), seats.get(2));

        assertThat(reservation.status()).isEqualTo(ReservationStatus.PENDING_PAYMENT);
        assertThat(reservation.amount()).isEqualTo(new Points(200));
        assertThat(reservation.tickets()).extracting(Ticket::seatLabel).containsExactly("A-1-3", "A-1-5");
        assertThat(Duration.between(reservation.createdAt(), reservation.holdExpiresAt()))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(office.seat(seats.get(2))).isEqualTo("HELD " + reservation.id());
        assertThat(office.state(reservation.id())).isEqualTo("PENDING_PAYMENT UNPAID UNPAID");
        assertThat(till.statusOf(reservation.id().value())).isEqualTo("PENDING");
    }

    @Test
    void claimsAllSeatsOrNone() {
        var sale = office.open(5);
        var seats = office.seats(sale);
        office.reserve(somebody(), sale, seats.get(1));
        var lee = somebody();

        assertTaken(() -> office.reserve(lee, sale, seats.get(0), seats.get(1), seats.get(2)), seats.get(1));

        assertThat(office.seat(seats.get(0))).isEqualTo("AVAILABLE");
        assertThat(office.reservationsOf(lee)).isZero();
    }

    @Test
    void givesASeatToOneOfTwoHundred() {
        var sale = office.open(1);
        var seat = office.seats(sale).getFirst();

        var outcomes = AtOnce.outcomes(Collections.nCopies(200, () -> office.reserve(somebody(), sale, seat)));

        assertThat(outcomes.stream().filter(outcome -> outcome.value() != null)).hasSize(1);
        assertThat(outcomes.stream().map(Outcome::thrown).filter(SeatTaken.class::isInstance))
                .hasSize(199);
    }

    @Test
    void refusesEvenTheHolderWithoutAKey() {
        var sale = office.open(1);
        var seat = office.seats(sale).getFirst();
        var kim = somebody();
        office.reserve(kim, sale, seat);

        assertThatThrownBy(() -> office.reserve(kim, sale, seat)).isInstanceOf(SeatTaken.class);
    }

    @Test
    void takesOverASeatWhoseHoldIsOver() {
        var sale = office.open(2);
        var seats = office.seats(sale);
        var first = office.reserve(somebody(), sale, seats.get(0), seats.get(1));
        office.runOut(first.id());

        var second = office.reserve(somebody(), sale, seats.get(0));

        assertThat(office.seat(seats.get(0))).isEqualTo("HELD " + second.id());
        assertThat(office.seat(seats.get(1))).isEqualTo("HELD " + first.id());
        assertThat(office.state(first.id())).isEqualTo("PENDING_PAYMENT UNPAID UNPAID");
    }

    @Test
    void refusesMoreSeatsThanTheLimitAcrossReservations() {
        var sale = office.open(10);
        var seats = office.seats(sale);
        var kim = somebody();
        assertThatExceptionOfType(SeatLimitExceeded.class)
                .isThrownBy(() -> office.reserve(kim, null, sale, seats.subList(0, 5)))
                .satisfies(refused -> assertThat(refused.limit()).isEqualTo(4));
        office.reserve(kim, sale, seats.get(0), seats.get(1));
        var paid = office.sell(kim, sale, seats.get(2));

        assertThatThrownBy(() -> office.reserve(kim, sale, seats.get(3), seats.get(4)))
                .isInstanceOf(SeatLimitExceeded.class);
        assertThat(office.reserve(kim, sale, seats.get(3)).tickets()).hasSize(1);
    }

    @Test
    void doesNotCountHoldsThatAreOver() {
        var sale = office.open(8);
        var seats = office.seats(sale);
        var kim = somebody();
        office.runOut(office.reserve(kim, null, sale, seats.subList(0, 4))
                .reservation()
                .id());

        assertThat(office.reserve(kim, null, sale, seats.subList(4, 8))
                        .reservation()
                        .tickets())
                .hasSize(4);
    }

    @Test
    void keepsTheLimitWhenEverythingComesAtOnce() {
        var sale = office.open(20);
        var seats = office.seats(sale);
        var kim = somebody();

        var wishes = new ArrayList<Callable<Reservation>>();
        seats.forEach(seat -> wishes.add(() -> office.reserve(kim, sale, seat)));
        var outcomes = AtOnce.outcomes(wishes);

        assertThat(outcomes.stream().filter(outcome -> outcome.value() != null)).hasSize(4);
        assertThat(outcomes.stream().map(Outcome::thrown).filter(SeatLimitExceeded.class::isInstance))
                .hasSize(16);
    }

    @Test
    void answersTheSameKeyWithTheSameReservation() {
        var sale = office.open(2);
        var seats = office.seats(sale);
        var kim = somebody();
        var first = office.reserve(kim, "key", sale, seats);
        till.pay(first.reservation().id().value());

        var again = office.reserve(kim, "ended", "key", sale.scheduleId().toString(), seats);

        assertThat(first.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(again.reservation()).isEqualTo(first.reservation());
        assertThat(office.reservationsOf(kim)).isEqualTo(1);
    }

    @Test
    void replaysAfterTheHoldIsOverAndTheSeatIsSomebodyElses() {
        var sale = office.open(1);
        var seats = office.seats(sale);
        var kim = somebody();
        office.reserve(kim, "key", sale, seats);
        office.runOut(office.reserve(kim, "key", sale, seats).reservation().id());
        office.reserve(somebody(), sale, seats.getFirst());

        var again = office.reserve(kim, "key", sale, seats);

        assertThat(again.replayed()).isTrue();
        assertThat(again.reservation().status()).isEqualTo(ReservationStatus.PENDING_PAYMENT);
    }

    @Test
    void keepsKeysApartByUserAndFreesTheKeyOfARefusal() {
        var sale = office.open(2);
        var seats = office.seats(sale);
        var kim = somebody();
        var lee = somebody();
        office.reserve(kim, "key", sale, List.of(seats.get(0)));
        assertThatThrownBy(() -> office.reserve(lee, "key", sale, List.of(seats.get(0))))
                .isInstanceOf(SeatTaken.class);

        assertThat(office.reserve(lee, "key", sale, List.of(seats.get(1))).replayed())
                .isFalse();
    }

    @Test
    void refusesTheSameKeyWithOtherContent() {
        var sale = office.open(2);
        var seats = office.seats(sale);
        var kim = somebody();
        office.reserve(kim, "key", sale, List.of(seats.get(0)));

        assertThatThrownBy(() -> office.reserve(kim, "key", sale, seats)).isInstanceOf(IdempotencyKeyReused.class);
        assertThatThrownBy(() -> office.reserve(kim, "key", office.open(1), List.of(seats.get(0))))
                .isInstanceOf(IdempotencyKeyReused.class);
        assertThatThrownBy(() -> office.reserve(kim, null, "key", "nowhere", Set.of("nothing")))
                .isInstanceOf(IdempotencyKeyReused.class);
    }

    @Test
    void makesOneReservationOfTwinsThatComeAtOnce() {
        for (var seatCount : List.of(1, 4)) {
            var sale = office.open(seatCount);
            var seats = office.seats(sale);
            var kim = somebody();

            var reserved = AtOnce.times(16, () -> office.reserve(kim, "key", sale, seats));

            assertThat(reserved.stream().map(Reserved::reservation).distinct()).hasSize(1);
            assertThat(reserved).extracting(Reserved::replayed).containsOnlyOnce(false);
            assertThat(office.reservationsOf(kim)).isEqualTo(1);
        }
    }

    @Test
    void refusesOneOfTwoWishesThatUseAKeyAtOnceAtTwoConcerts() {
        var here = office.open(1);
        var there = office.open(1);
        var kim = somebody();

        var outcomes = AtOnce.<Reserved>outcomes(List.of(
                () -> office.reserve(kim, "key", here, office.seats(here)),
                () -> office.reserve(kim, "key", there, office.seats(there))));

        assertThat(outcomes.stream().filter(outcome -> outcome.value() != null)).hasSize(1);
        assertThat(outcomes.stream().map(Outcome::thrown).filter(IdempotencyKeyReused.class::isInstance))
                .hasSize(1);
    }

    @Test
    void refusesInTheOrderOfTheContract() {
        var over = office.open(OVER, BoxOffice.STARTS_AT, List.of(new Section("A", 1, 9, 100)));
        var sale = office.open(9);
        var taken = office.seats(sale).getFirst();
        office.reserve(somebody(), sale, taken);

        assertThat(refusal(null, "nowhere", Set.of("x"))).isInstanceOf(ScheduleNotFound.class);
        assertThat(refusal(null, over.scheduleId().toString(), Set.of("x")))
                .isInstanceOf(ResponseStatusException.class);
        assertThat(refusal("token", over.scheduleId().toString(), Set.of("a", "b", "c", "d", "e")))
                .isInstanceOf(SaleNotOpen.class);
        assertThat(refusal("token", sale.scheduleId().toString(), Set.of("a", "b", "c", "d", "e")))
                .isInstanceOf(SeatLimitExceeded.class);
        for (var unknown : List.of("a", "0", "-1", "01", "9223372036854775807", "9223372036854775808")) {
            assertThat(refusal("token", sale.scheduleId().toString(), Set.of(taken, unknown)))
                    .isInstanceOf(SeatNotFound.class);
        }
        assertThat(refusal(
                        "token",
                        sale.scheduleId().toString(),
                        Set.copyOf(office.seats(over).subList(0, 1))))
                .isInstanceOf(SeatNotFound.class);
        assertThat(refusal("token", sale.scheduleId().toString(), Set.of(taken)))
                .isInstanceOf(SeatTaken.class);
    }

    private RuntimeException refusal(@Nullable String token, String schedule, Set<String> seats) {
        try {
            office.reserve(somebody(), token, "some-key", schedule, seats);
        } catch (RuntimeException refused) {
            return refused;
        }
        throw new AssertionError("nothing was refused");
    }
}
