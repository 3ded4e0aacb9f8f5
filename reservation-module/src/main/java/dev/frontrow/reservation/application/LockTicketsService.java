package dev.frontrow.reservation.application;

import dev.frontrow.payment.PaymentRequested;
import dev.frontrow.payment.TicketsLocked;
import dev.frontrow.reservation.application.port.in.LockTickets;
import dev.frontrow.reservation.application.port.out.Reservations;
import dev.frontrow.reservation.domain.ReservationId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class LockTicketsService implements LockTickets {

    private final Reservations reservations;

    LockTicketsService(Reservations reservations) {
        this.reservations = reservations;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public TicketsLocked lock(PaymentRequested requested) {
        var due = requested.due();
        var found = reservations.lock(new ReservationId(due.reservationId()));
        return found.reservation().lockedFor(due, found.at());
    }
}
