package dev.frontrow.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Leads to an operation that is open to all and asked for so often that what lies before the controllers costs more than its
 * answer: it stands before the other filters and answers by itself.
 *
 * <p>What holds for every request holds here too: limits, other origins' pages, the headers of every answer, that nobody comes in
 * with an access token that is not valid, and that it is measured.
 */
public interface FastPath {

    /**
     * Leads a request to the operation, or refuses it. One that only the security's filters can decide about goes the ordinary way.
     *
     * @param ordinary the other filters, and the controllers behind them
     */
    void lead(HttpServletRequest request, HttpServletResponse response, Operation operation, FilterChain ordinary)
            throws ServletException, IOException;

    /** What answers at its end. */
    interface Operation {

        /** The path that it is measured under. */
        String path();

        /** Answers, refusals included. */
        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }
}
