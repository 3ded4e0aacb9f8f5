package dev.frontrow.reservation.application;

import dev.frontrow.edge.Outcome;
import dev.frontrow.payment.PaymentDue;
import dev.frontrow.payment.PaymentRequested;
import dev.frontrow.payment.ReservationExpired;
import dev.frontrow.payment.TicketsLocked;
import dev.frontrow.reservation.application.port.in.LockTickets;
import dev.frontrow.reservation.application.port.out.Reservations;
import dev.frontrow.reservation.application.port.out.Reservations.Locked;
import dev.frontrow.reservation.domain.ReservationId;
import java.util.Map;
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
        var found = reservations.lock(requested.payments().stream()
                .map(due -> new ReservationId(due.reservationId()))
                .toList());
        return new TicketsLocked(
                Outcome.leavingOutRefused(
                        requested.payments().stream()
                                .map(due -> Outcome.of(ReservationExpired.class, () -> locked(due, found)))
                                .toList(),
                        requested.alone()),
                requested.alone());
    }

    private static PaymentDue locked(PaymentDue due, Map<ReservationId, Locked> found) {
        var locked = found.get(new ReservationId(due.reservationId()));
        if (locked == null) {
            throw new IllegalStateException("there is no reservation for " + due);
        }
        return locked.reservation().lockedFor(due, locked.at());
    }
}
