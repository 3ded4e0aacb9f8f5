package dev.frontrow.reservation.domain;

/** A paid reservation can't be released; it can be cancelled. */
public final class ReservationAlreadyPaid extends ReservationRefused {

    private static final long serialVersionUID = 1L;

    public ReservationAlreadyPaid(ReservationId id) {
        super("Reservation " + id + " is CONFIRMED: cancel it instead.");
    }
}
