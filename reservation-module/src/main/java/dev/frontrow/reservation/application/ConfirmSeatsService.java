package dev.frontrow.reservation.application;

import dev.frontrow.reservation.application.port.in.ConfirmSeats;
import dev.frontrow.reservation.application.port.out.ReservationTally;
import dev.frontrow.reservation.application.port.out.Reservations;
import dev.frontrow.reservation.application.port.out.Seats;
import dev.frontrow.reservation.domain.ReservationExpired;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class ConfirmSeatsService implements ConfirmSeats {

    private final Seats seats;
    private final Reservations reservations;
    private final ReservationTally tally;

    ConfirmSeatsService(Seats seats, Reservations reservations, ReservationTally tally) {
        this.seats = seats;
        this.reservations = reservations;
        this.tally = tally;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(ReservationId id) {
        var sold = seats.sell(id);
        if (sold.seats() < sold.tickets()) {
            throw new ReservationExpired(id); // the hold ran out while it was being paid, and somebody was waiting
        }
        reservations.confirm(id, sold.tickets());
        tally.count(ReservationStatus.CONFIRMED, 1);
    }
}
