package dev.frontrow.reservation.domain;

/**
 * Something that this module can't do, and why. Thrown before or inside a transaction, which it undoes.
 *
 * <p>Carries no stack trace: under rush, being refused is ordinary.
 */
public abstract sealed class ReservationRefused extends RuntimeException
        permits BlockNotFound,
                CancellationClosed,
                CancellationNotFound,
                NotOnWaitingList,
                ReservationAlreadyPaid,
                ReservationNotFound,
                ReservationNotPaid,
                SeatLimitExceeded,
                SeatNotFound,
                SeatTaken,
                SeatsAvailable {

    private static final long serialVersionUID = 1L;

    ReservationRefused(String message) {
        super(message, null, false, false);
    }
}
