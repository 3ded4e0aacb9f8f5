package dev.frontrow.reservation.domain;

/** Why a reservation is cancelled. */
public enum CancelledBecause {
    /** This reservation alone, by its owner, or by an organiser for them. */
    BUYER,
    /** There is no show to go to. */
    SHOW_CANCELLED
}
