package dev.frontrow.edge;

/** What is to be changed is not as the client saw it: somebody else has changed it since. */
public final class PreconditionFailed extends RequestRefused {

    private static final long serialVersionUID = 1L;

    public PreconditionFailed() {
        super("It has been changed since you read it.");
    }
}
