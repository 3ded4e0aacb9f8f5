package dev.frontrow.reservation.domain;

/** What a reservation's payment reads as, in payment's own words. */
public enum PaymentState {
    PENDING,
    PAID,
    CANCELLED,
    REFUNDED
}
