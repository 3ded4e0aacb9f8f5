package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.reservation.application.port.in.CancelReservation;
import dev.frontrow.reservation.application.port.in.ReleaseHold;
import dev.frontrow.reservation.domain.CancellationClosed;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationAlreadyPaid;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationNotFound;
import dev.frontrow.reservation.domain.ReservationNotPaid;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class ReleasingTests {

    private final BoxOffice office;
    private final PaymentsStandIn till;
    private final ReleaseHold releaseHold;
    private final CancelReservation cancelReservation;
    private final JdbcClient jdbc;

    ReleasingTests(
            BoxOffice office,
            PaymentsStandIn till,
            ReleaseHold releaseHold,
            CancelReservation cancelReservation,
            JdbcClient jdbc) {
        this.office = office;
        this.till = till;
        this.releaseHold = releaseHold;
        this.cancelReservation = cancelReservation;
        this.jdbc = jdbc;
    }

    @Test
    void freesTheSeatsOfAReleasedHold() {
        var held = held();

        releaseHold.release(held.id(), held.userId());
        releaseHold.release(held.id(), held.userId());

        assertThat(office.state(held.id())).isEqualTo("RELEASED VOID");
        assertThat(seatOf(held)).isEqualTo("AVAILABLE");
        assertThat(till.statusOf(held.id().value())).isEqualTo("CANCELLED");
    }

    @Test
    void releasesNothingThatIsOver() {
        var held = held();
        office.runOut(held.id());
        releaseHold.release(held.id(), held.userId());
        assertThat(office.state(held.id())).isEqualTo("PENDING_PAYMENT UNPAID");

        office.sweep();
        releaseHold.release(held.id(), held.userId());

        assertThat(office.state(held.id())).isEqualTo("EXPIRED VOID");
        assertThat(seatOf(held)).isEqualTo("AVAILABLE");
    }

    @Test
    void tidiesUpBehindHoldsWhosePaymentsDisagree() {
        var held = held();
        office.runOut(held.id());
        var odd = somebody();
        jdbc.sql("""
                insert into reservation.reservation (id, user_id, concert_id, schedule_id, status, amount, hold_expires_at,
                                                     created_at, payment_id, starts_at)
                select gen_random_uuid(), :odd, gen_random_uuid(), gen_random_uuid(), 'PENDING_PAYMENT', 100,
                       statement_timestamp() - interval '1 day', statement_timestamp(), gen_random_uuid(),
                       statement_timestamp()
                  from generate_series(1, 300)
                """).param("odd", odd.value()).update();

        office.sweep();

        assertThat(office.state(held.id())).isEqualTo("EXPIRED VOID");
        jdbc.sql("delete from reservation.reservation where user_id = :odd")
                .param("odd", odd.value())
                .update();
    }

    @Test
    void refusesToReleaseWhatIsPaidOrSomebodyElses() {
        var held = held();
        assertThatThrownBy(() -> releaseHold.release(held.id(), somebody())).isInstanceOf(ReservationNotFound.class);
        assertThatThrownBy(() -> releaseHold.release(ReservationId.generate(), held.userId()))
                .isInstanceOf(ReservationNotFound.class);
        till.pay(held.id().value());

        assertThatThrownBy(() -> releaseHold.release(held.id(), held.userId()))
                .isInstanceOf(ReservationAlreadyPaid.class);
        assertThat(office.state(held.id())).isEqualTo("CONFIRMED PAID");
    }

    @Test
    void sellsASeatAgainThatWasGivenBack() {
        var sale = office.open(1);
        var seat = office.seats(sale).getFirst();
        for (var round = 0; round < 2; round++) {
            var held = office.sell(somebody(), sale, seat);
            cancelReservation.cancel(held.id(), held.userId());
        }
        var last = office.sell(somebody(), sale, seat);

        assertThat(office.seat(seat)).isEqualTo("SOLD " + last.id());
    }

    @Test
    void refusesToCancelWhatIsNotPaid() {
        var held = held();
        assertThatThrownBy(() -> cancelReservation.cancel(held.id(), held.userId()))
                .isInstanceOf(ReservationNotPaid.class);
        office.runOut(held.id());
        assertThatThrownBy(() -> cancelReservation.cancel(held.id(), held.userId()))
                .isInstanceOf(ReservationNotPaid.class)
                .hasMessageContaining("EXPIRED");
        assertThatThrownBy(() -> cancelReservation.cancel(held.id(), somebody()))
                .isInstanceOf(ReservationNotFound.class);
    }

    @Test
    void refusesToCancelFromTheStartOn() {
        var sale = office.open(
                BoxOffice.OPEN, Instant.parse("2026-01-01T00:00:00Z"), List.of(new Section("A", 1, 1, 100)));
        var held = office.sell(somebody(), sale, office.seats(sale).getFirst());

        assertThatThrownBy(() -> cancelReservation.cancel(held.id(), held.userId()))
                .isInstanceOf(CancellationClosed.class);
        assertThat(office.state(held.id())).isEqualTo("CONFIRMED PAID");
    }

    private Reservation held() {
        var sale = office.open(1);
        return office.reserve(somebody(), sale, office.seats(sale).getFirst());
    }

    private String seatOf(Reservation reservation) {
        return office.seat(reservation.tickets().getFirst().seatId().toString());
    }
}
