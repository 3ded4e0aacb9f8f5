package dev.frontrow.queue.application.port.in;

/** Ends the token that a payment was made with. */
public interface EndPaidToken {

    /**
     * Ends exactly the token named, if it is still live. May be repeated, and may come late: a later token of the same
     * user is never touched. Done together with others that ask at the same time, and committed on return: whoever asks
     * needs no transaction, and should hold none.
     *
     * @param admission the reference of the token, as it was handed out with the admission; empty where the payer stood in no line
     */
    Effect tokenPaidWith(String admission);

    /** What came of it. */
    enum Effect {
        ENDED,
        ENDED_BEFORE,
        /** Nobody stood in line for it. */
        NO_PLACE,
        UNREADABLE
    }
}
