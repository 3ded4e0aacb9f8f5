package dev.frontrow.edge;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;

/**
 * A kind of problem that clients are answered with (RFC 9457), stated once: the answers, the pages below {@code /problems} and
 * the description of the operations are made of it. A module has an enum of its own, whose constants are named as the code in
 * capital letters.
 *
 * @param <R> what the module refuses with
 */
public interface Problem<R extends RuntimeException> {

    /** The enum's name of it. */
    String name();

    /** What is said of it. */
    Statement<R> statement();

    /**
     * What is said of a problem.
     *
     * @param status what it is answered with, 400 to 599
     * @param title the same for every occurrence
     * @param meaning what it means and what to do next, in one to three sentences
     * @param example a refusal as it may happen; what is answered to it is shown as the example
     */
    record Statement<R extends RuntimeException>(HttpStatus status, String title, String meaning, R example) {

        public Statement {
            if (!status.isError()) {
                throw new IllegalArgumentException("no problem has the status " + status);
            }
            if (title.isBlank() || meaning.isBlank()) {
                throw new IllegalArgumentException("a problem needs a title and a meaning");
            }
        }
    }

    default HttpStatus status() {
        return statement().status();
    }

    /** What a program decides by, such as {@code seat-taken}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Begins the answer to a refusal; its message is what is special about this case. Add the members that the code has. */
    default ErrorResponse.Builder because(Throwable refused) {
        return ErrorResponse.builder(refused, saying(String.valueOf(refused.getMessage())))
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    }

    /** The problem itself, with what is special about this case. */
    default ProblemDetail saying(String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status(), detail);
        problem.setType(URI.create("/problems/" + code()));
        problem.setTitle(statement().title());
        problem.setProperty("code", code());
        return problem;
    }
}
