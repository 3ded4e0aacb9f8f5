package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.PaymentRequested;
import dev.frontrow.payment.PointsDeducted;
import dev.frontrow.payment.SeatsConfirmed;
import dev.frontrow.payment.TicketsLocked;
import dev.frontrow.reservation.Neighbours.NotPayable;
import dev.frontrow.reservation.application.port.in.ExpireHolds;
import dev.frontrow.reservation.application.port.in.ReleaseHold;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationExpired;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** The module's part in paying: what it hears, what it answers, what it vetoes. */
@ReservationModule
@RecordApplicationEvents
class ReservationModuleTests {

    @Autowired
    BoxOffice office;

    @Autowired
    Neighbours.Till till;

    @Autowired
    ReleaseHold releaseHold;

    @Autowired
    ExpireHolds expireHolds;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEvents published;

    @Test
    void sellsTheSeatsWhenThePointsAreThere() {
        var sale = office.open(2);
        var seats = office.seats(sale);
        var reservation = office.reserve(somebody(), null, sale, seats).reservation();

        till.pay(reservation.id().value());

        assertThat(office.state(reservation.id())).isEqualTo("CONFIRMED PAID PAID");
        assertThat(seats).allSatisfy(seat -> assertThat(office.seat(seat)).isEqualTo("SOLD " + reservation.id()));
        assertThat(published.stream(TicketsLocked.class))
                .containsExactly(new TicketsLocked(
                        reservation.paymentId(), reservation.id().value(), reservation.userId(), 200));
        assertThat(published.stream(SeatsConfirmed.class))
                .containsExactly(new SeatsConfirmed(
                        reservation.paymentId(), reservation.id().value(), reservation.userId(), 200, 7));
    }

    @Test
    void paysOnceWhenPaidTwice() {
        var reservation = held(somebody());
        till.pay(reservation.id().value());
        till.pay(reservation.id().value());

        assertThat(office.state(reservation.id())).isEqualTo("CONFIRMED PAID");
    }

    @Test
    void refusesToPayAnExpiredHold() {
        var reservation = held(somebody());
        office.runOut(reservation.id());

        assertThatThrownBy(() -> till.pay(reservation.id().value())).isInstanceOf(ReservationExpired.class);

        assertThat(office.state(reservation.id())).isEqualTo("PENDING_PAYMENT UNPAID");
        assertThat(published.stream(TicketsLocked.class)).isEmpty();
    }

    @Test
    void refusesToPayAnExpiredHoldOfWhichOneSeatWasTakenOver() {
        var sale = office.open(2);
        var seats = office.seats(sale);
        var old = office.reserve(somebody(), null, sale, seats).reservation();
        office.runOut(old.id());
        var taker = office.reserve(somebody(), sale, seats.getFirst());

        assertThatThrownBy(() -> till.pay(old.id().value())).isInstanceOf(ReservationExpired.class);
        assertThatThrownBy(() -> deliver(deducted(old))).isInstanceOf(ReservationExpired.class);
        releaseHold.release(old.id(), old.userId());
        while (expireHolds.sweep().more()) {
            assertThat(office.seat(seats.getFirst())).isEqualTo("HELD " + taker.id());
        }

        assertThat(office.state(old.id())).isEqualTo("EXPIRED VOID VOID");
        assertThat(office.seat(seats.get(0))).isEqualTo("HELD " + taker.id());
        assertThat(office.seat(seats.get(1))).isEqualTo("AVAILABLE");
        till.pay(taker.id().value());
        assertThatThrownBy(() -> deliver(requested(old))).isInstanceOf(ReservationExpired.class);
        assertThatThrownBy(() -> deliver(deducted(old))).isInstanceOf(ReservationExpired.class);
        assertThat(office.seat(seats.get(0))).isEqualTo("SOLD " + taker.id());
    }

    @Test
    void undoesEverythingWhenAnybodyRefuses() {
        for (var user : new String[] {"poor", "unlucky"}) {
            var reservation = held(user + somebody());

            assertThatThrownBy(() -> till.pay(reservation.id().value())).isInstanceOf(NotPayable.class);

            assertThat(office.state(reservation.id())).isEqualTo("PENDING_PAYMENT UNPAID");
            assertThat(office.seat(reservation.tickets().getFirst().seatId().toString()))
                    .isEqualTo("HELD " + reservation.id());
            assertThat(till.statusOf(reservation.id().value())).isEqualTo("PENDING");
        }
    }

    @Test
    void vetoesAStepThatIsDeliveredTwice() {
        var reservation = held(somebody());
        till.pay(reservation.id().value());

        assertThatThrownBy(() -> deliver(requested(reservation))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> deliver(deducted(reservation))).isInstanceOf(ReservationExpired.class);

        assertThat(office.state(reservation.id())).isEqualTo("CONFIRMED PAID");
    }

    @Test
    void vetoesAPaymentThatIsNotTheReservations() {
        var reservation = held(somebody());
        var id = reservation.id().value();
        var user = reservation.userId();

        assertThatThrownBy(() -> deliver(new PaymentRequested(reservation.paymentId(), id, user, 99)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> deliver(new PaymentRequested(PaymentId.random(), id, user, 100)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> deliver(new PaymentRequested(reservation.paymentId(), id, "somebody else", 100)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takesPartOnlyInAPayersTransaction() {
        var reservation = held(somebody());

        assertThatThrownBy(() -> events.publishEvent(requested(reservation)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> events.publishEvent(deducted(reservation)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private Reservation held(String userId) {
        var sale = office.open(1);
        return office.reserve(userId, sale, office.seats(sale).getFirst());
    }

    private void deliver(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    private static PaymentRequested requested(Reservation reservation) {
        return new PaymentRequested(
                reservation.paymentId(), reservation.id().value(), reservation.userId(), reservation.amount());
    }

    private static PointsDeducted deducted(Reservation reservation) {
        return new PointsDeducted(
                reservation.paymentId(), reservation.id().value(), reservation.userId(), reservation.amount(), 0);
    }
}
