package dev.frontrow.app.security;

import dev.frontrow.edge.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;

/** Lets the pages of allowed origins call the service from a browser, and those of no other. */
@Component
class OtherPages {

    private static final List<String> EXPOSED_HEADERS =
            List.of(HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER, HttpHeaders.ETAG, "Idempotency-Replayed");

    private final @Nullable CorsConfiguration allowed;
    private final ProblemCorsProcessor processor;

    OtherPages(CorsProperties properties, Problems problems) {
        this.allowed = properties.allowedOrigins().isEmpty() ? null : allowed(properties);
        this.processor = new ProblemCorsProcessor(problems);
    }

    /** Whether a request may go on; one that may not is answered. */
    boolean admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return processor.processRequest(allowed, request, response);
    }

    /** Lets an allowed page read what the web server answers by itself. */
    void invite(HttpServletRequest request, HttpServletResponse response) {
        if (allowed != null) {
            try {
                processor.invite(allowed, request, response);
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
}
