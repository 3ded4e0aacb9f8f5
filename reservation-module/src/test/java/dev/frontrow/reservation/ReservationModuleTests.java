package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.ModuleTest;
import dev.frontrow.SchemaAlone;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.DeductedPayment;
import dev.frontrow.payment.PaymentDue;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.PaymentRequested;
import dev.frontrow.payment.Points;
import dev.frontrow.payment.PointsDeducted;
import dev.frontrow.payment.ReservationExpired;
import dev.frontrow.payment.SeatsConfirmed;
import dev.frontrow.payment.TicketsLocked;
import dev.frontrow.reservation.PaymentsStandIn.NotPayable;
import dev.frontrow.reservation.application.port.in.CancelReservation;
import dev.frontrow.reservation.application.port.in.ReleaseHold;
import dev.frontrow.reservation.domain.Reservation;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.Scenario;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** The module's part in opening a schedule, in paying and in refunding: what it hears, what it answers, what it vetoes. */
@ModuleTest
class ReservationModuleTests {

    private final BoxOffice office;
    private final PaymentsStandIn till;
    private final ReleaseHold releaseHold;
    private final CancelReservation cancelReservation;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ReservationModuleTests(
            BoxOffice office,
            PaymentsStandIn till,
            ReleaseHold releaseHold,
            CancelReservation cancelReservation,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.office = office;
        this.till = till;
        this.releaseHold = releaseHold;
        this.cancelReservation = cancelReservation;
        this.events = events;
        this.transaction = transaction;
    }

    @Test
    void writesTheSeatsOfAScheduleThatOpens(Scenario scenario) {
        var opened = opened();

        scenario.publish(opened)
                .andWaitForStateChange(() -> office.seats(opened.scheduleId()))
                .andVerify(seats -> assertThat(seats)
                        .hasSize(3)
                        .allSatisfy(seat -> assertThat(office.seat(seat)).isEqualTo("AVAILABLE")));
    }

    @Test
    void leavesNoSeatOfAScheduleThatDoesNotOpenAfterAll(Scenario scenario) {
        var opened = opened();

        scenario.stimulate((transaction, events) -> {
                    transaction.executeWithoutResult(undone -> {
                        events.publishEvent(opened);
                        assertThat(office.seats(opened.scheduleId())).hasSize(3);
                        undone.setRollbackOnly();
                    });
                })
                .andWaitForStateChange(() -> office.seats(opened.scheduleId()), List::isEmpty)
                .andExpect(ScheduleOpened.class)
                .toArrive();
    }

    @Test
    void sellsTheSeatsWhenThePointsAreThere(Scenario scenario) {
        var sale = office.open(2);
        var seats = office.seats(sale);
        var reservation = office.reserve(somebody(), null, sale, seats).reservation();

        scenario.publish(requested(reservation))
                .andWaitForStateChange(() -> office.state(reservation.id()), "CONFIRMED PAID PAID"::equals)
                .andVerifyEvents(events -> {
                    assertThat(events.ofType(TicketsLocked.class))
                            .containsExactly(new TicketsLocked(List.of(reservation.due()), true));
                    assertThat(events.ofType(SeatsConfirmed.class))
                            .containsExactly(new SeatsConfirmed(
                                    List.of(new DeductedPayment(reservation.due(), new Points(7))), true));
                });

        assertThat(seats).allSatisfy(seat -> assertThat(office.seat(seat)).isEqualTo("SOLD " + reservation.id()));
    }

    @Test
    void paysOnceWhenPaidTwice() {
        var reservation = held(somebody());
        till.pay(reservation.id().value());
        till.pay(reservation.id().value());

        assertThat(office.state(reservation.id())).isEqualTo("CONFIRMED PAID");
    }

    @Test
    void refusesToPayAnExpiredHold(Scenario scenario) {
        var reservation = held(somebody());
        office.runOut(reservation.id());

        scenario.stimulate(_ -> assertThatThrownBy(() -> deliver(requested(reservation)))
                        .isInstanceOf(ReservationExpired.class))
                .andWaitForStateChange(() -> office.state(reservation.id()), "PENDING_PAYMENT UNPAID"::equals)
                .andVerifyEvents(
                        events -> assertThat(events.ofType(TicketsLocked.class)).isEmpty());
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
        office.sweep();

        assertThat(office.state(old.id())).isEqualTo("EXPIRED VOID VOID");
        assertThat(office.seat(seats.get(0))).isEqualTo("HELD " + taker.id());
        assertThat(office.seat(seats.get(1))).isEqualTo("AVAILABLE");
        till.pay(taker.id().value());
        assertThatThrownBy(() -> deliver(requested(old))).isInstanceOf(ReservationExpired.class);
        assertThatThrownBy(() -> deliver(deducted(old))).isInstanceOf(ReservationExpired.class);
        assertThat(office.seat(seats.get(0))).isEqualTo("SOLD " + taker.id());
    }

    @Test
    void sellsNoSeatWherePointRefuses(Scenario scenario) {
        var reservation = held(new UserId("poor" + somebody()));

        scenario.stimulate(
                        _ -> assertThatThrownBy(() -> till.pay(reservation.id().value()))
                                .isInstanceOf(NotPayable.class))
                .andWaitForStateChange(() -> office.state(reservation.id()), "PENDING_PAYMENT UNPAID"::equals)
                .andVerifyEvents(events ->
                        assertThat(events.ofType(SeatsConfirmed.class)).isEmpty());

        assertThat(seatOf(reservation)).isEqualTo("HELD " + reservation.id());
        assertThat(till.statusOf(reservation.id().value())).isEqualTo("PENDING");
    }

    @Test
    void sellsNoSeatWherePaymentRefusesWhatIsConfirmed(Scenario scenario) {
        var reservation = held(new UserId("unlucky" + somebody()));

        scenario.stimulate(
                        _ -> assertThatThrownBy(() -> till.pay(reservation.id().value()))
                                .isInstanceOf(NotPayable.class))
                .andWaitForStateChange(() -> office.state(reservation.id()), "PENDING_PAYMENT UNPAID"::equals)
                .andVerify(_ -> assertThat(seatOf(reservation)).isEqualTo("HELD " + reservation.id()));

        assertThat(till.statusOf(reservation.id().value())).isEqualTo("PENDING");
    }

    @Test
    void vetoesAStepThatIsDeliveredTwice(Scenario scenario) {
        var reservation = held(somebody());

        scenario.stimulate((_, _) -> {
                    deliver(requested(reservation));
                    assertThatThrownBy(() -> deliver(requested(reservation))).isInstanceOf(IllegalStateException.class);
                    assertThatThrownBy(() -> deliver(deducted(reservation))).isInstanceOf(ReservationExpired.class);
                })
                .andWaitForStateChange(() -> office.state(reservation.id()), "CONFIRMED PAID"::equals)
                .andVerifyEvents(events -> {
                    assertThat(events.ofType(TicketsLocked.class)).hasSize(1);
                    assertThat(events.ofType(SeatsConfirmed.class)).hasSize(1);
                });
    }

    @Test
    void vetoesAPaymentThatIsNotTheReservations(Scenario scenario) {
        var reservation = held(somebody());
        var id = reservation.paymentId();
        var mine = reservation.id().value();
        var user = reservation.userId();

        scenario.stimulate((_, _) -> {
                    assertThatThrownBy(() -> deliver(requested(id, mine, user, 99)))
                            .isInstanceOf(IllegalStateException.class);
                    assertThatThrownBy(() -> deliver(requested(PaymentId.generate(), mine, user, 100)))
                            .isInstanceOf(IllegalStateException.class);
                    assertThatThrownBy(() -> deliver(requested(id, mine, somebody(), 100)))
                            .isInstanceOf(IllegalStateException.class);
                })
                .andWaitForStateChange(() -> office.state(reservation.id()), "PENDING_PAYMENT UNPAID"::equals)
                .andVerifyEvents(
                        events -> assertThat(events.ofType(TicketsLocked.class)).isEmpty());
    }

    @Test
    void givesBackAPaidReservationOnce(Scenario scenario) {
        var reservation = held(somebody());
        till.pay(reservation.id().value());

        scenario.stimulate((_, _) -> {
                    cancelReservation.cancel(reservation.id(), reservation.userId());
                    cancelReservation.cancel(reservation.id(), reservation.userId());
                    releaseHold.release(reservation.id(), reservation.userId());
                })
                .andWaitForStateChange(() -> office.state(reservation.id()), "CANCELLED VOID"::equals)
                .andVerify(_ -> assertThat(seatOf(reservation)).isEqualTo("AVAILABLE"));

        assertThat(till.statusOf(reservation.id().value())).isEqualTo("REFUNDED");
    }

    @Test
    void freesNoSeatWhereTheRefundIsRefused(Scenario scenario) {
        var reservation = held(somebody());
        till.pay(reservation.id().value());
        till.refund(reservation.paymentId(), Points.NONE); // so that it can't be refunded again

        scenario.stimulate((_, _) -> {
                    assertThatThrownBy(() -> cancelReservation.cancel(reservation.id(), reservation.userId()))
                            .isInstanceOf(IllegalStateException.class);
                })
                .andWaitForStateChange(() -> office.state(reservation.id()), "CONFIRMED PAID"::equals)
                .andVerify(_ -> assertThat(seatOf(reservation)).isEqualTo("SOLD " + reservation.id()));
        till.move(reservation.paymentId().value(), "REFUNDED", "PAID"); // the books agree again
    }

    @Test
    void takesPartOnlyInAPayersTransaction() {
        var reservation = held(somebody());

        assertThatThrownBy(() -> events.publishEvent(requested(reservation)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> events.publishEvent(deducted(reservation)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void needsNoSchemaButItsOwn(@Autowired JdbcClient jdbc) {
        SchemaAlone.isThere(jdbc, "reservation");
    }

    private Reservation held(UserId userId) {
        var sale = office.open(1);
        return office.reserve(userId, sale, office.seats(sale).getFirst());
    }

    private void deliver(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    private String seatOf(Reservation reservation) {
        return office.seat(reservation.tickets().getFirst().seatId().toString());
    }

    private static ScheduleOpened opened() {
        return new ScheduleOpened(
                new ScheduleId(UUID.randomUUID()),
                new ConcertId(UUID.randomUUID()),
                List.of(new ScheduleOpened.Section("A", 1, 3, 100)));
    }

    private static PaymentRequested requested(Reservation reservation) {
        return new PaymentRequested(List.of(reservation.due()), true);
    }

    private static PaymentRequested requested(PaymentId id, UUID reservationId, UserId userId, long amount) {
        return new PaymentRequested(List.of(new PaymentDue(id, reservationId, userId, new Points(amount))), true);
    }

    private static PointsDeducted deducted(Reservation reservation) {
        return new PointsDeducted(List.of(new DeductedPayment(reservation.due(), Points.NONE)), true);
    }
}
