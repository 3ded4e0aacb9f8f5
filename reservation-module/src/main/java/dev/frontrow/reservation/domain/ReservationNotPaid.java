package dev.frontrow.reservation.domain;

/** Only a paid reservation can be cancelled. */
public final class ReservationNotPaid extends ReservationRefused {

    private static final long serialVersionUID = 1L;

    public ReservationNotPaid(ReservationId id, ReservationStatus status) {
        super("Reservation " + id + " is " + status + ", not CONFIRMED.");
    }
}
