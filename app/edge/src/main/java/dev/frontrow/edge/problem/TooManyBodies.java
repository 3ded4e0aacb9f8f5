package dev.frontrow.edge.problem;

import java.io.IOException;

/** The service is reading as much of long bodies as it has room for. Thrown while one is being read. */
public class TooManyBodies extends IOException {

    private static final long serialVersionUID = 1L;

    public TooManyBodies(long bytesMax) {
        super("more than " + bytesMax + " bytes of long bodies are being read");
    }
}
