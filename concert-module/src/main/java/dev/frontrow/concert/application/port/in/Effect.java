package dev.frontrow.concert.application.port.in;

/** What came of a request that may have been made before, under the same key. */
public enum Effect {
    /** It was done now. */
    DONE,
    /** It was done then, and nothing now. */
    DONE_BEFORE
}
