package dev.frontrow.edge.problem;

import dev.frontrow.edge.GeneralProblem;
import dev.frontrow.edge.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers what fails before or after the controllers, in the other filters, in the same form as they do. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class ProblemFilter extends OncePerRequestFilter {

    private final Problems problems;
    private final Diagnosis diagnosis;

    ProblemFilter(Problems problems, Diagnosis diagnosis) {
        this.problems = problems;
        this.diagnosis = diagnosis;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isUri(request.getRequestURI())) {
            problems.answer(request, response, GeneralProblem.INVALID_REQUEST, "The path is not a URI's.");
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            answer(failure, request, response);
        }
    }

    private void answer(Throwable failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var problem = diagnosis.of(failure);
        if (problem == GeneralProblem.INTERNAL_ERROR
                && DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return;
        }
        problems.answer(request, response, problem, diagnosis.detail(problem, failure));
    }

    /** Tomcat lets brackets pass, which no URI has in its path. */
    private static boolean isUri(String path) {
        if (path.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '/' || c == '-')) {
            return true;
        }
        try {
            return new URI(path).getRawPath() != null;
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }
}
