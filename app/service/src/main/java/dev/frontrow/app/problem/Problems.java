package dev.frontrow.app.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/** Gives every problem its full form (RFC 9457), and answers with one where no controller does. */
@Component
public class Problems {

    static final String CODE = "code";

    /** What is wrong with an invalid request, as far as it can be said. */
    static final String ERRORS = "errors";

    /** After how many seconds to come back, where nobody knows better. */
    static final String RETRY_AFTER_SECONDS = "1";

    private static final URI ROOT = URI.create("/");
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final ProblemCatalogue catalogue;
    private final JsonMapper json;

    Problems(ProblemCatalogue catalogue, JsonMapper json) {
        this.catalogue = catalogue;
        this.json = json;
    }

    /** Answers with a problem, unless an answer is on its way already. */
    public void answer(HttpServletRequest request, HttpServletResponse response, GeneralProblem problem, String detail)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (asksToComeBack(problem.status().value()) && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        var body = json.writeValueAsBytes(complete(problem.with(detail), pathOf(request)));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** Fills in code, type, title and instance. */
    ProblemDetail complete(ProblemDetail problem, @Nullable String path) {
        var code = codeOf(problem);
        problem.setProperty(CODE, code);
        if (code.equals(GeneralProblem.INVALID_REQUEST.code())
                && (problem.getProperties() == null || !problem.getProperties().containsKey(ERRORS))) {
            problem.setProperty(ERRORS, List.of());
        }
        problem.setType(URI.create("/problems/" + code));
        catalogue
                .find(code)
                .ifPresentOrElse(
                        kind -> problem.setTitle(kind.title()),
                        () -> log.error("A problem is answered that is in no catalogue: {}", code));
        problem.setInstance(asUri(path));
        return problem;
    }

    String json(ProblemDetail problem) {
        return json.writeValueAsString(problem);
    }

    /** The path that was asked for, also while the container dispatches to the error page. */
    static @Nullable String pathOf(HttpServletRequest request) {
        var original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return original instanceof String path ? path : request.getRequestURI();
    }

    static boolean asksToComeBack(int status) {
        return status == GeneralProblem.UNAVAILABLE.status().value()
                || status == GeneralProblem.RATE_LIMITED.status().value();
    }

    private static String codeOf(ProblemDetail problem) {
        var properties = problem.getProperties();
        return properties != null && properties.get(CODE) instanceof String code
                ? code
                : GeneralProblem.of(problem.getStatus()).code();
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
