package dev.frontrow.app.security;

import dev.frontrow.edge.GeneralProblem;
import dev.frontrow.edge.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Answers what the security's filters refuse, as problems and with the challenge of RFC 6750. */
@Component
class ProblemAnswers implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private static final String CHALLENGE = "Bearer realm=\"frontrow\"";

    private final Problems problems;

    ProblemAnswers(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException notAuthenticated)
            throws IOException {
        boolean tokenRefused = notAuthenticated instanceof OAuth2AuthenticationException;
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                tokenRefused
                        ? CHALLENGE + ", error=\"invalid_token\", error_description=\"expired, malformed or not for"
                                + " this service\""
                        : CHALLENGE);
        problems.answer(
                request,
                response,
                GeneralProblem.UNAUTHENTICATED,
                tokenRefused
                        ? "The access token has expired, is malformed or is not for this service."
                        : "This needs an access token: Authorization: Bearer <token>.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"insufficient_scope\", scope=\"admin\"");
        problems.answer(request, response, GeneralProblem.FORBIDDEN, "This needs a token with the scope admin.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        problems.answer(
                request,
                response,
                GeneralProblem.INVALID_REQUEST,
                "The path or a header has something in it that is not taken here.");
    }
}
