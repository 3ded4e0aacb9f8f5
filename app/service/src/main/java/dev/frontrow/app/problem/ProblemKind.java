package dev.frontrow.app.problem;

/**
 * What a client can look up about a problem's code.
 *
 * @param code as in the member {@code code}, such as {@code seat-taken}
 * @param status the HTTP status it is answered with, 400 to 599
 * @param title the same for every occurrence
 * @param description what it means and what to do next, in one to three sentences
 */
public record ProblemKind(String code, int status, String title, String description) {

    public ProblemKind {
        if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a problem's code is lower-case words joined by dashes: " + code);
        }
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("problem " + code + " has the status " + status);
        }
        if (title.isBlank() || description.isBlank()) {
            throw new IllegalArgumentException("problem " + code + " has no title or no description");
        }
    }
}
