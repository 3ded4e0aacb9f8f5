package dev.frontrow.reservation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.payment.PaymentId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReservationTests {

    private static final Instant END = Instant.parse("2026-12-24T10:00:00Z");
    private static final Instant START = Instant.parse("2026-12-25T10:00:00Z");
    private static final Instant LAST_INSTANT = END.minusNanos(1);

    @Test
    void isPayableUntilItsTimeIsOver() {
        in(ReservationStatus.PENDING_PAYMENT).checkPayable(LAST_INSTANT);

        assertThatThrownBy(() -> in(ReservationStatus.PENDING_PAYMENT).checkPayable(END))
                .isInstanceOf(ReservationExpired.class);
        assertThatThrownBy(() -> in(ReservationStatus.EXPIRED).checkPayable(LAST_INSTANT))
                .isInstanceOf(ReservationExpired.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFIRMED", "RELEASED", "CANCELLED"})
    void isNeverPaidTwice(ReservationStatus status) {
        assertThatThrownBy(() -> in(status).checkPayable(LAST_INSTANT)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isReleasedWhileItIsHeld() {
        assertThat(in(ReservationStatus.PENDING_PAYMENT).released(LAST_INSTANT))
                .contains(in(ReservationStatus.RELEASED));
        assertThat(in(ReservationStatus.PENDING_PAYMENT).released(END)).isEmpty();
        assertThatThrownBy(() -> in(ReservationStatus.CONFIRMED).released(LAST_INSTANT))
                .isInstanceOf(ReservationAlreadyPaid.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPIRED", "RELEASED", "CANCELLED"})
    void isReleasedOnce(ReservationStatus status) {
        assertThat(in(status).released(LAST_INSTANT)).isEmpty();
    }

    @Test
    void isCancelledUntilTheStart() {
        assertThat(in(ReservationStatus.CONFIRMED).cancelled(START.minusNanos(1)))
                .contains(in(ReservationStatus.CANCELLED));
        assertThatThrownBy(() -> in(ReservationStatus.CONFIRMED).cancelled(START))
                .isInstanceOf(CancellationClosed.class);
        assertThat(in(ReservationStatus.CANCELLED).cancelled(START)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING_PAYMENT", "EXPIRED", "RELEASED"})
    void isNotCancelledUnpaid(ReservationStatus status) {
        assertThatThrownBy(() -> in(status).cancelled(LAST_INSTANT)).isInstanceOf(ReservationNotPaid.class);
    }

    @Test
    void knowsItsContentWhateverTheOrder() {
        var reservation = in(ReservationStatus.EXPIRED);
        var schedule = reservation.scheduleId().toString();

        assertThat(reservation.isOf(schedule, Set.of("2", "1"))).isTrue();
        assertThat(reservation.isOf(schedule, Set.of("1"))).isFalse();
        assertThat(reservation.isOf(schedule, Set.of("1", "2", "3"))).isFalse();
        assertThat(reservation.isOf("nowhere", Set.of("1", "2"))).isFalse();
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
        assertThat(SeatId.parse("9223372036854775807")).contains(new SeatId(Long.MAX_VALUE));
        for (var text : List.of("", "0", "-1", "+1", "01", "1 ", "1.0", "١", "9223372036854775808", "1e3")) {
            assertThat(SeatId.parse(text)).isEmpty();
        }
    }

    @Test
    void limitsHeldAndNewSeatsTogether() {
        var limit = new SeatLimit(4);
        limit.check(2, 2);

        assertThatThrownBy(() -> limit.check(2, 3)).isInstanceOf(SeatLimitExceeded.class);
        assertThatThrownBy(() -> new SeatLimit(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Reservation in(ReservationStatus status) {
        return reservation(status, 150, tickets());
    }

    private static List<Ticket> tickets() {
        return List.of(
                new Ticket(new UUID(0, 1), new SeatId(1), "A-1-1", 100),
                new Ticket(new UUID(0, 2), new SeatId(2), "B-1-1", 50));
    }

    private static Reservation reservation(ReservationStatus status, long amount, List<Ticket> tickets) {
        return new Reservation(
                new ReservationId(new UUID(1, 1)),
                "kim",
                new ConcertId(new UUID(2, 2)),
                new ScheduleId(new UUID(3, 3)),
                status,
                amount,
                END,
                END.minusSeconds(300),
                START,
                new PaymentId(new UUID(4, 4)),
                tickets);
    }
}
