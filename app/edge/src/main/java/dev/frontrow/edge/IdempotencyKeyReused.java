package dev.frontrow.edge;

/** The key names another request of this user already. */
public final class IdempotencyKeyReused extends RequestRefused {

    private static final long serialVersionUID = 1L;

    public IdempotencyKeyReused(String message) {
        super(message);
    }
}
