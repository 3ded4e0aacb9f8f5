package dev.frontrow.edge;

/** Without a key, repeating the request could do it twice. */
public final class IdempotencyKeyRequired extends RequestRefused {

    private static final long serialVersionUID = 1L;

    /** @param what is asked for, as the subject of a sentence: "A charge" */
    public IdempotencyKeyRequired(String what) {
        super(what + " needs an Idempotency-Key.");
    }
}
