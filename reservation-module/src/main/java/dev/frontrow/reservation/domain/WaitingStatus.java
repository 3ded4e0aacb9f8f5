package dev.frontrow.reservation.domain;

/** What has become of somebody's wait for seats. */
public enum WaitingStatus {
    /** No seats were there for it yet. */
    WAITING,
    /** Seats are held for it, to be paid. */
    OFFERED,
    /** Its offer was paid, given up or is over, or there can't be one any more. */
    ENDED
}
