package dev.frontrow.edge;

/**
 * A request that is refused for what it carries beside its content, whichever operation it asks for.
 *
 * <p>Carries no stack trace: being refused is ordinary.
 */
public abstract sealed class RequestRefused extends RuntimeException
        permits IdempotencyKeyRequired, IdempotencyKeyReused, PreconditionFailed, PreconditionRequired {

    private static final long serialVersionUID = 1L;

    RequestRefused(String message) {
        super(message, null, false, false);
    }
}
