package dev.frontrow.reservation.application;

import dev.frontrow.reservation.application.port.in.LockTickets;
import dev.frontrow.reservation.application.port.out.Reservations;
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
    public void lock(Due due) {
        var found = reservations.lock(due.reservationId());
        var reservation = found.reservation();
        reservation.checkPayable(found.at());
        if (!reservation.paymentId().equals(due.paymentId())
                || !reservation.userId().equals(due.userId())
                || reservation.amount() != due.amount()) {
            throw new IllegalStateException("reservation " + reservation.id() + " of " + reservation.amount()
                    + " does not match payment " + due.paymentId() + " of " + due.amount());
        }
    }
}
