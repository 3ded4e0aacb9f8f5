package dev.frontrow.reservation.application;

import dev.frontrow.payment.PointsDeducted;
import dev.frontrow.payment.ReservationExpired;
import dev.frontrow.payment.SeatsConfirmed;
import dev.frontrow.reservation.application.port.in.ConfirmSeats;
import dev.frontrow.reservation.application.port.out.ReservationCounts;
import dev.frontrow.reservation.application.port.out.Reservations;
import dev.frontrow.reservation.application.port.out.Seats;
import dev.frontrow.reservation.application.port.out.Seats.Sold;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationStatus;
import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;
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
        var ids = deducted.payments().stream()
                .map(payment -> new ReservationId(payment.due().reservationId()))
                .toList();
        if (!ids.isEmpty()) {
            var sold = seats.sell(ids);
            checkNoneIsLost(sold, deducted.alone());
            reservations.confirm(ids, sold.stream().mapToInt(Sold::tickets).sum());
            counts.count(ReservationStatus.CONFIRMED, ids.size());
        }
        return new SeatsConfirmed(deducted.payments(), deducted.alone());
    }

    /** A hold that runs out while it is being paid can lose its seats to somebody who was waiting. */
    private static void checkNoneIsLost(List<Sold> sold, boolean alone) {
        var lost = sold.stream()
                .filter(each -> each.seats() < each.tickets())
                .map(Sold::by)
                .toList();
        if (!lost.isEmpty()) {
            throw alone
                    ? new ReservationExpired("The hold of reservation " + lost.getFirst()
                            + " ended, and its seats are no longer its own.")
                    : new OptimisticLockingFailureException("lost their seats while they were paid: " + lost);
        }
    }
}
