package dev.frontrow.reservation.domain;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.RefundTerms;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentDue;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.Points;
import dev.frontrow.payment.ReservationExpired;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReservationTests {

    private static final Instant END = Instant.parse("2026-12-24T10:00:00Z");
    private static final Instant START = Instant.parse("2026-12-25T10:00:00Z");
    private static final Instant LAST_INSTANT = END.minusNanos(1);
    private static final PaymentDue DUE =
            new PaymentDue(new PaymentId(new UUID(4, 4)), new UUID(1, 1), new UserId("kim"), new Points(150));

    @Test
    void isPayableUntilItsTimeIsOver() {
        assertThat(in(ReservationStatus.PENDING_PAYMENT).lockedFor(DUE, LAST_INSTANT))
                .isEqualTo(DUE);

        assertThatThrownBy(() -> in(ReservationStatus.PENDING_PAYMENT).lockedFor(DUE, END))
                .isInstanceOf(ReservationExpired.class);
        assertThatThrownBy(() -> in(ReservationStatus.EXPIRED).lockedFor(DUE, LAST_INSTANT))
                .isInstanceOf(ReservationExpired.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFIRMED", "RELEASED", "CANCELLED"})
    void isNeverPaidTwice(ReservationStatus status) {
        assertThatThrownBy(() -> in(status).lockedFor(DUE, LAST_INSTANT)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isReleasedWhileItIsHeld() {
        assertThat(in(ReservationStatus.PENDING_PAYMENT).release(LAST_INSTANT))
                .contains(in(ReservationStatus.RELEASED));
        assertThat(in(ReservationStatus.PENDING_PAYMENT).release(END)).isEmpty();
        assertThatThrownBy(() -> in(ReservationStatus.CONFIRMED).release(LAST_INSTANT))
                .isInstanceOf(ReservationAlreadyPaid.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPIRED", "RELEASED", "CANCELLED"})
    void isReleasedOnce(ReservationStatus status) {
        assertThat(in(status).release(LAST_INSTANT)).isEmpty();
    }

    @Test
    void isCancelledUntilTheStart() {
        var cancelled =
                in(ReservationStatus.CONFIRMED).cancel(START.minusNanos(1)).orElseThrow();

        assertThat(cancelled.status()).isEqualTo(ReservationStatus.CANCELLED);
        assertThat(cancelled.cancelledBecause()).contains(CancelledBecause.BUYER);
        assertThat(cancelled.refunded()).contains(new Points(150));
        assertThat(in(ReservationStatus.CONFIRMED).refunded()).isEmpty();
        assertThatThrownBy(() -> in(ReservationStatus.CONFIRMED).cancel(START)).isInstanceOf(CancellationClosed.class);
        assertThat(in(ReservationStatus.CANCELLED).cancel(START)).isEmpty();
    }

    @Test
    void isCancelledUnderTheTermsItWasMadeUnder() {
        var closesAt = START.minusSeconds(3_600);
        var paid = under(new RefundTerms(Duration.ofHours(1), 33), Optional.empty());

        var cancelled = paid.cancel(closesAt.minusNanos(1)).orElseThrow();

        assertThat(cancelled.fee()).as("a third of 150, rounded down").isEqualTo(new Points(49));
        assertThat(cancelled.refunded()).contains(new Points(101));
        assertThatThrownBy(() -> paid.cancel(closesAt))
                .isInstanceOf(CancellationClosed.class)
                .hasMessageContaining(closesAt.toString());
        assertThat(paid.cancelAsOrganiser(START.plusSeconds(1)).orElseThrow().refunded())
                .contains(new Points(150));
        assertThat(cancelled.cancel(START.plusSeconds(1))).isEmpty();
    }

    @Test
    void isCancelledInFullUntilTheNewStartWhereTheShowWasMoved() {
        var moved = START.plusSeconds(86_400);
        var paid = under(new RefundTerms(Duration.ofDays(30), 100), Optional.of(moved));

        assertThat(paid.cancel(moved.minusNanos(1)).orElseThrow().refunded()).contains(new Points(150));
        assertThatThrownBy(() -> paid.cancel(moved)).isInstanceOf(CancellationClosed.class);
        assertThat(paid.asMade().terms().closesAt()).isEqualTo(START.minusSeconds(30 * 86_400));
        assertThat(paid.asMade().terms().feePercent()).isEqualTo(100);
    }

    @Test
    void keepsAFeeOfTheLargestAmountThereMayBe() {
        var terms = new Terms(START, 100, new RefundTerms(Duration.ZERO, 99), Optional.empty());

        assertThat(terms.feeOf(new Points(10_000_000_000L))).isEqualTo(new Points(9_900_000_000L));
        assertThat(terms.feeOf(new Points(1))).isEqualTo(Points.NONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING_PAYMENT", "EXPIRED", "RELEASED"})
    void isNotCancelledUnpaid(ReservationStatus status) {
        assertThatThrownBy(() -> in(status).cancel(LAST_INSTANT)).isInstanceOf(ReservationNotPaid.class);
    }

    @Test
    void knowsItsContentWhateverTheOrder() {
        var reservation = in(ReservationStatus.EXPIRED);
        var schedule = reservation.scheduleId();

        assertThat(reservation.isOf(schedule, seats("2", "1"))).isTrue();
        assertThat(reservation.isOf(schedule, seats("1"))).isFalse();
        assertThat(reservation.isOf(schedule, seats("1", "2", "3"))).isFalse();
        assertThat(reservation.isOf(schedule, seats("1", "02"))).isFalse();
        assertThat(reservation.isOf(ScheduleId.of("nowhere"), seats("1", "2"))).isFalse();
        assertThat(reservation.asMade()).isEqualTo(in(ReservationStatus.PENDING_PAYMENT));
    }

    @Test
    void costsWhatItsTicketsCost() {
        assertThatThrownBy(() -> reservation(ReservationStatus.CONFIRMED, 99, tickets()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reservation(ReservationStatus.CONFIRMED, 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsOnlyCanonicalSeatIds() {
        assertThat(SeatId.of("9223372036854775807")).isEqualTo(new SeatId(Long.MAX_VALUE));
        var others = List.of("", "0", "-1", "+1", "01", "1 ", "1.0", "١", "9223372036854775808", "1e3", "Aa", "BB");
        assertThat(others)
                .extracting(SeatId::of)
                .doesNotHaveDuplicates()
                .allSatisfy(seat -> assertThat(seat.value()).isNegative());
        assertThat(SeatId.of("x")).isEqualTo(SeatId.of("x"));
    }

    @Test
    void limitsHeldAndNewSeatsTogether() {
        var limit = new SeatLimit(4);
        limit.check(2, 2);

        assertThatThrownBy(() -> limit.check(2, 3)).isInstanceOf(SeatLimitExceeded.class);
        assertThatThrownBy(() -> new SeatLimit(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Set<SeatId> seats(String... ids) {
        return Stream.of(ids).map(SeatId::of).collect(toSet());
    }

    @Test
    void isCancelledByAnOrganiserAtAnyTime() {
        assertThat(in(ReservationStatus.CONFIRMED).cancelAsOrganiser(START.plusSeconds(1)))
                .get()
                .extracting(Reservation::status)
                .isEqualTo(ReservationStatus.CANCELLED);
        assertThat(in(ReservationStatus.CANCELLED).cancelAsOrganiser(START)).isEmpty();
        assertThatThrownBy(() -> in(ReservationStatus.PENDING_PAYMENT).cancelAsOrganiser(LAST_INSTANT))
                .isInstanceOf(ReservationNotPaid.class);
    }

    @Test
    void isComplimentaryForNothingAndConfirmedFromTheFirst() {
        var free = List.of(new Ticket(new UUID(0, 1), new SeatId(1), "A-1-1", Points.NONE));

        assertThat(given(0, free).asMade().status()).isEqualTo(ReservationStatus.CONFIRMED);
        assertThat(in(ReservationStatus.CANCELLED).asMade().status()).isEqualTo(ReservationStatus.PENDING_PAYMENT);
        assertThatThrownBy(() -> given(150, tickets())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Reservation given(long amount, List<Ticket> tickets) {
        return reservation(
                ReservationStatus.CANCELLED,
                amount,
                Optional.of(new Complimentary(new UserId("organiser"), new Reason("Press"))),
                tickets);
    }

    private static Reservation in(ReservationStatus status) {
        return reservation(status, 150, tickets());
    }

    private static List<Ticket> tickets() {
        return List.of(
                new Ticket(new UUID(0, 1), new SeatId(1), "A-1-1", new Points(100)),
                new Ticket(new UUID(0, 2), new SeatId(2), "B-1-1", new Points(50)));
    }

    private static Reservation reservation(ReservationStatus status, long amount, List<Ticket> tickets) {
        return reservation(status, amount, Optional.empty(), tickets);
    }

    private static Reservation under(RefundTerms refundTerms, Optional<Instant> movedTo) {
        return reservation(
                ReservationStatus.CONFIRMED,
                150,
                new Terms(START, 4, refundTerms, movedTo),
                Optional.empty(),
                tickets());
    }

    private static Reservation reservation(
            ReservationStatus status, long amount, Optional<Complimentary> complimentary, List<Ticket> tickets) {
        var usual = new Terms(START, 4, RefundTerms.IN_FULL_UNTIL_START, Optional.empty());
        return reservation(status, amount, usual, complimentary, tickets);
    }

    private static Reservation reservation(
            ReservationStatus status,
            long amount,
            Terms terms,
            Optional<Complimentary> complimentary,
            List<Ticket> tickets) {
        return new Reservation(
                new ReservationId(new UUID(1, 1)),
                new UserId("kim"),
                new ConcertId(new UUID(2, 2)),
                new ScheduleId(new UUID(3, 3)),
                status,
                new Points(amount),
                END,
                END.minusSeconds(300),
                terms,
                new PaymentId(new UUID(4, 4)),
                false,
                complimentary,
                Optional.empty(),
                Points.NONE,
                tickets);
    }
}
