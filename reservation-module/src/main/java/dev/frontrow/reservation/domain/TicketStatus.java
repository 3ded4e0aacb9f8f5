package dev.frontrow.reservation.domain;

/** Whether a ticket lets anybody in. */
public enum TicketStatus {
    UNPAID,
    PAID,
    VOID
}
