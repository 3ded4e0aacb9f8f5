package dev.frontrow.edge.problem;

import java.io.IOException;

/** The body has turned out to be longer than a request's may be. Thrown while it is being read. */
public class RequestTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    public RequestTooLarge(long bytesMax) {
        super("the body has more than " + bytesMax + " bytes");
    }
}
