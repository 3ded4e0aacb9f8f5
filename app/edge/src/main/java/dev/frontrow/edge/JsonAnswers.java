package dev.frontrow.edge;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes what an operation answers where it was not reached through a controller, to the byte as it is written there. */
public interface JsonAnswers {

    /** Writes a body in JSON; status and headers are set before. */
    void write(Object body, HttpServletResponse response) throws IOException;
}
