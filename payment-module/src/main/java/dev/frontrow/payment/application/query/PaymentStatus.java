package dev.frontrow.payment.application.query;

/** A payment's status as clients see it. */
public enum PaymentStatus {
    /** Can be paid. */
    PENDING,
    /** Is paid. */
    PAID,
    /** Can't be paid any more: its reservation was released, or its time is over. */
    CANCELLED,
    /** Was paid and given back. */
    REFUNDED
}
