package dev.frontrow.reservation.adapter.in.event;

import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.payment.PaymentRequested;
import dev.frontrow.payment.PointsDeducted;
import dev.frontrow.payment.SeatsConfirmed;
import dev.frontrow.payment.TicketsLocked;
import dev.frontrow.reservation.application.port.in.ConfirmSeats;
import dev.frontrow.reservation.application.port.in.LockTickets;
import dev.frontrow.reservation.application.port.in.OpenSeats;
import dev.frontrow.reservation.domain.ReservationId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What this module hears. Everything happens in the publisher's transaction; a throw vetoes it. */
@Component
class ReservationEvents {

    private final OpenSeats openSeats;
    private final LockTickets lockTickets;
    private final ConfirmSeats confirmSeats;

    ReservationEvents(OpenSeats openSeats, LockTickets lockTickets, ConfirmSeats confirmSeats) {
        this.openSeats = openSeats;
        this.lockTickets = lockTickets;
        this.confirmSeats = confirmSeats;
    }

    @EventListener
    void on(ScheduleOpened event) {
        openSeats.open(event);
    }

    @EventListener
    TicketsLocked on(PaymentRequested event) {
        lockTickets.lock(new LockTickets.Due(
                event.paymentId(), new ReservationId(event.reservationId()), event.userId(), event.amount()));
        return new TicketsLocked(event.paymentId(), event.reservationId(), event.userId(), event.amount());
    }

    @EventListener
    SeatsConfirmed on(PointsDeducted event) {
        confirmSeats.confirm(new ReservationId(event.reservationId()));
        return new SeatsConfirmed(
                event.paymentId(), event.reservationId(), event.userId(), event.amount(), event.balance());
    }
}
