package dev.frontrow.reservation.domain;

/** Whether a seat can be had. */
public enum SeatStatus {
    AVAILABLE,
    HELD,
    SOLD
}
