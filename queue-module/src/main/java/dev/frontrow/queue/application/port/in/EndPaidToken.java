package dev.frontrow.queue.application.port.in;

/** Ends the token that a payment was made with. */
public interface EndPaidToken {

    /**
     * Ends exactly the token named, if it is still live. May be repeated, and may come late: a later token of the same
     * user is never touched.
     *
     * @param admission the reference of the token, as it was handed out with the admission
     */
    Outcome tokenPaidWith(String admission);

    /** What came of it. */
    enum Outcome {
        ENDED,
        ENDED_BEFORE,
        UNREADABLE
    }
}
