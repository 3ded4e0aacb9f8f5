package dev.frontrow.reservation.application;

import dev.frontrow.payment.PointsDeducted;
import dev.frontrow.payment.ReservationExpired;
import dev.frontrow.payment.SeatsConfirmed;
import dev.frontrow.reservation.application.port.in.ConfirmSeats;
import dev.frontrow.reservation.application.port.out.ReservationCounts;
import dev.frontrow.reservation.application.port.out.Reservations;
import dev.frontrow.reservation.application.port.out.Seats;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class ConfirmSeatsService implements ConfirmSeats {

    private final Seats seats;
    private final Reservations reservations;
    private final ReservationCounts counts;

    ConfirmSeatsService(Seats seats, Reservations reservations, ReservationCounts counts) {
        this.seats = seats;
        this.reservations = reservations;
        this.counts = counts;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public SeatsConfirmed confirm(PointsDeducted deducted) {
        var id = new ReservationId(deducted.due().reservationId());
        var sold = seats.sell(id);
        if (sold.seats() < sold.tickets()) { // the hold ran out while it was being paid, and somebody was waiting
            throw new ReservationExpired(
                    "The hold of reservation " + id + " ended, and its seats are no longer its own.");
        }
        reservations.confirm(id, sold.tickets());
        counts.count(ReservationStatus.CONFIRMED, 1);
        return new SeatsConfirmed(deducted.due(), deducted.balance());
    }
}
