package dev.frontrow.app.security;

import dev.frontrow.app.ratelimit.RateLimits;
import dev.frontrow.edge.GeneralProblem;
import dev.frontrow.edge.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsProcessor;
import org.springframework.web.cors.DefaultCorsProcessor;

/** Lets the pages of allowed origins call the service from a browser, and those of no other; none of them too often. */
@Component
class OtherPages {

    private static final List<String> EXPOSED_HEADERS =
            List.of(HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER, HttpHeaders.ETAG, "Idempotency-Replayed");

    private final @Nullable CorsConfiguration allowed;
    private final CorsProcessor processor = new UnansweredRefusals();
    private final RateLimits limits;
    private final Problems problems;

    OtherPages(CorsProperties properties, RateLimits limits, Problems problems) {
        this.allowed = properties.allowedOrigins().isEmpty() ? null : allowed(properties);
        this.limits = limits;
        this.problems = problems;
    }

    /**
     * Whether a request may go on; one that may not is answered. Each counts against its address, those of other pages and their
     * questions too, and an allowed page can read that there were too many.
     */
    boolean admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean invited = processor.processRequest(allowed, request, response);
        if (!limits.admitAddress(request, response)) {
            return false;
        }
        if (!invited) {
            problems.answer(
                    request, response, GeneralProblem.FORBIDDEN, "This page's origin may not call the service so.");
        }
        return invited;
    }

    /** Lets an allowed page read what the web server answers by itself. */
    void invite(HttpServletRequest request, HttpServletResponse response) {
        if (allowed != null) {
            try {
                processor.processRequest(allowed, request, response);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    private static CorsConfiguration allowed(CorsProperties properties) {
        var cors = new CorsConfiguration();
        cors.setAllowedOrigins(properties.allowedOrigins());
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(List.of("*"));
        cors.setExposedHeaders(EXPOSED_HEADERS);
        cors.setMaxAge(3600L);
        return cors;
    }

    /** Decides alone: a refusal is answered with a problem, not with a line of plain text. */
    private static final class UnansweredRefusals extends DefaultCorsProcessor {

        @Override
        protected void rejectRequest(ServerHttpResponse response) {
            // Answered where the request is known.
        }
    }
}
