package dev.frontrow.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * Leads to an operation that is asked for so often that what lies before the controllers costs more than its answer: it stands
 * before the other filters and answers by itself.
 *
 * <p>What holds for every request holds here too: limits, other origins' pages, the headers of every answer, that nobody comes in
 * with an access token that is not valid, and that it is measured.
 */
public interface FastPath {

    /** What clients accept that take JSON. */
    Set<String> JSON_ACCEPTED =
            Set.of("application/json", "*/*", "application/json, */*", "application/json, text/plain, */*");

    /**
     * Leads a request to the operation, or refuses it. One that only the security's filters can decide about goes the ordinary way.
     *
     * @param ordinary the other filters, and the controllers behind them
     */
    void lead(HttpServletRequest request, HttpServletResponse response, Operation operation, FilterChain ordinary)
            throws ServletException, IOException;

    /**
     * Whether a request reads, brings no body, and says what it takes as nearly all clients do that take JSON. Whether any other
     * request is acceptable is for the search for a controller to find out.
     */
    static boolean isPlainRead(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.GET.name())
                && request.getContentLengthLong() <= 0
                && isJson(request.getHeaders(HttpHeaders.ACCEPT));
    }

    /** Whether a header is given, and once. */
    static boolean isOne(Enumeration<String> values) {
        if (!values.hasMoreElements()) {
            return false;
        }
        values.nextElement();
        return !values.hasMoreElements();
    }

    private static boolean isJson(Enumeration<String> accepted) {
        return !accepted.hasMoreElements()
                || (JSON_ACCEPTED.contains(accepted.nextElement()) && !accepted.hasMoreElements());
    }

    /** What answers at its end. */
    interface Operation {

        /** The path that it is measured under. */
        String path();

        /** Whether it belongs to a user, who is the request's principal then; otherwise it is open to all. */
        default boolean isOfUser() {
            return false;
        }

        /** Whether it may have to wait for the database; otherwise it is answered from memory. */
        default boolean mayWait() {
            return false;
        }

        /** Answers, refusals included. */
        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }
}
