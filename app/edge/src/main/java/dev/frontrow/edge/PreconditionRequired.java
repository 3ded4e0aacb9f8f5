package dev.frontrow.edge;

/** Without saying what was seen, the change could undo somebody else's. */
public final class PreconditionRequired extends RequestRefused {

    private static final long serialVersionUID = 1L;

    public PreconditionRequired() {
        super("This change needs an If-Match.");
    }
}
