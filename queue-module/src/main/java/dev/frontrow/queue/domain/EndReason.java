package dev.frontrow.queue.domain;

/** Why a token ended. */
public enum EndReason {
    /** The payment made with it completed. */
    PAID,
    /** Its time as an active token was over. */
    TIME,
    /** It was admitted and never used. */
    NO_SHOW,
    /** Its user gave the place up. */
    GIVEN_UP,
    /** It was waiting and nobody asked about it any more. */
    ABANDONED,
    /** The concert's last sale closed. */
    SALE_CLOSED
}
