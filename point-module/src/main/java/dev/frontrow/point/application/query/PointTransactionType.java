package dev.frontrow.point.application.query;

/** What changed a balance. */
public enum PointTransactionType {
    /** The user put points on the account. */
    CHARGE,
    /** A reservation was paid. */
    PAYMENT,
    /** A paid reservation was cancelled. */
    REFUND
}
