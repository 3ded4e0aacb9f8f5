package dev.frontrow.edge;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/** Gives every problem its full form (RFC 9457) and counts it, once each; and answers with one where no controller does. */
@Component
public class Problems {

    /** After how many seconds to come back, where nobody knows better. */
    public static final String RETRY_AFTER_SECONDS = "1";

    private static final URI ROOT = URI.create("/");

    private final JsonMapper json;
    private final ProblemCounts counts;

    Problems(JsonMapper json, ProblemCounts counts) {
        this.json = json;
        this.counts = counts;
    }

    /** Answers with a problem, unless an answer is on its way already. */
    public void answer(HttpServletRequest request, HttpServletResponse response, GeneralProblem problem, String detail)
            throws IOException {
        answer(request, response, problem.saying(detail), HttpHeaders.EMPTY);
    }

    /** Answers with the problem that a refusal is, unless an answer is on its way already. */
    public void answer(HttpServletRequest request, HttpServletResponse response, ErrorResponse refused)
            throws IOException {
        answer(request, response, refused.getBody(), refused.getHeaders());
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, ProblemDetail problem, HttpHeaders headers)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.getStatus());
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (asksToComeBack(problem.getStatus()) && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        var body = json.writeValueAsBytes(complete(problem, request));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** Says where it happened and where to read about it, in paths that the client can follow. */
    public ProblemDetail complete(ProblemDetail problem, HttpServletRequest request) {
        return complete(problem, request.getContextPath(), pathOf(request));
    }

    /**
     * The same where no request is known to be one of the service.
     *
     * @param contextPath what stands before the service's own paths, empty for nothing
     * @param path what was asked for, from the client's root on
     */
    public ProblemDetail complete(ProblemDetail problem, String contextPath, @Nullable String path) {
        counts.count(problem);
        problem.setInstance(asUri(path));
        problem.setType(URI.create(contextPath + problem.getType()));
        return problem;
    }

    /** The answer's body. */
    public String json(ProblemDetail problem) {
        return json.writeValueAsString(problem);
    }

    /** The path that was asked for, also while the container dispatches to the error page. */
    private static @Nullable String pathOf(HttpServletRequest request) {
        var original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return original instanceof String path ? StrippedPrefix.of(request) + path : request.getRequestURI();
    }

    /** Whether an answer of that status says after how many seconds to come back. */
    public static boolean asksToComeBack(int status) {
        return status == GeneralProblem.UNAVAILABLE.status().value()
                || status == GeneralProblem.RATE_LIMITED.status().value();
    }

    /** The path as a URI; one that can't be a URI as it was sent is encoded once more, an unreadable one is the root. */
    private static URI asUri(@Nullable String path) {
        if (path == null || path.isEmpty()) {
            return ROOT;
        }
        try {
            return new URI(path);
        } catch (URISyntaxException notAUri) {
            return URI.create(UriUtils.encodePath(path, StandardCharsets.UTF_8));
        }
    }
}
