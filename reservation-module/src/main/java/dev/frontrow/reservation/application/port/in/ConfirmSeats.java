package dev.frontrow.reservation.application.port.in;

import dev.frontrow.payment.PointsDeducted;
import dev.frontrow.payment.ReservationExpired;
import dev.frontrow.payment.SeatsConfirmed;

/** The reservation's second part in paying: the points are there, so the tickets are paid and the seats sold. */
public interface ConfirmSeats {

    /**
     * Sells the seats in the payers' transaction, which is required.
     *
     * @throws ReservationExpired if one payer asked alone, and one of its seats is somebody else's now
     * @throws org.springframework.dao.OptimisticLockingFailureException if that happened to one of many
     */
    SeatsConfirmed confirm(PointsDeducted deducted);
}
