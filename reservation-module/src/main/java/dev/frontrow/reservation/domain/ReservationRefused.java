package dev.frontrow.reservation.domain;

/** Something that this module can't do, and why. Thrown before or inside a transaction, which it undoes. */
public abstract sealed class ReservationRefused extends RuntimeException
        permits CancellationClosed,
                IdempotencyKeyReused,
                ReservationAlreadyPaid,
                ReservationExpired,
                ReservationNotFound,
                ReservationNotPaid,
                SaleNotOpen,
                ScheduleNotFound,
                SeatLimitExceeded,
                SeatNotFound,
                SeatTaken {

    ReservationRefused(String message) {
        super(message);
    }
}
