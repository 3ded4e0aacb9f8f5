package dev.frontrow.app.security;

import dev.frontrow.edge.GeneralProblem;
import dev.frontrow.edge.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;

/** Refuses other pages' requests with a problem instead of a line of plain text. */
final class ProblemCorsProcessor extends DefaultCorsProcessor {

    private final Problems problems;

    ProblemCorsProcessor(Problems problems) {
        this.problems = problems;
    }

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration configuration, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean taken = super.processRequest(configuration, request, response);
        if (!taken) {
            problems.answer(
                    request, response, GeneralProblem.FORBIDDEN, "This page's origin may not call the service so.");
        }
        return taken;
    }

    /** Writes what an allowed page needs to read an answer that is on its way already. */
    void invite(CorsConfiguration configuration, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        super.processRequest(configuration, request, response);
    }

    @Override
    protected void rejectRequest(ServerHttpResponse response) {
        // Answered where the request is known.
    }
}
