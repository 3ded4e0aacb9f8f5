package dev.frontrow.app.security;

import dev.frontrow.app.ratelimit.ConcurrentRequests;
import dev.frontrow.app.ratelimit.RateLimits;
import dev.frontrow.edge.FastPath;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/**
 * Does for a request what the security's filters would do, if that needs none of them: nobody asks, or somebody whose access
 * token was verified before.
 */
@Component
class SecuredFastPath implements FastPath {

    /** What Spring measures a request under that reached no operation. */
    private static final String NO_PATH = "UNKNOWN";

    private final HeaderWriter headers;
    private final OtherPages pages;
    private final RateLimits limits;
    private final ConcurrentRequests requests;
    private final RememberedBearers bearers;
    private final MeterRegistry meters;
    private final ConcurrentHashMap<Answered, Timer> timers = new ConcurrentHashMap<>();

    SecuredFastPath(
            HeaderWriter answerHeaders,
            OtherPages pages,
            RateLimits limits,
            ConcurrentRequests requests,
            RememberedBearers bearers,
            MeterRegistry meters) {
        this.headers = answerHeaders;
        this.pages = pages;
        this.limits = limits;
        this.requests = requests;
        this.bearers = bearers;
        this.meters = meters;
    }

    @Override
    public void lead(
            HttpServletRequest request, HttpServletResponse response, Operation operation, FilterChain ordinary)
            throws ServletException, IOException {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        var bearer = authorization == null ? null : bearers.recall(authorization);
        if (bearer == null && (authorization != null || operation.isOfUser())) {
            if (!operation.mayWait()) {
                ConcurrentRequests.neverWaits(request);
            }
            ordinary.doFilter(request, response);
            return;
        }
        long begun = System.nanoTime();
        var path = new AtomicReference<>(NO_PATH);
        try {
            headers.writeHeaders(request, response);
            if (admits(bearer, request, response)) {
                var asked = bearer != null && operation.isOfUser() ? new OfUser(request, bearer) : request;
                FilterChain answer = (_, _) -> {
                    path.setPlain(operation.path());
                    operation.answer(asked, response);
                };
                if (operation.mayWait()) {
                    requests.doFilter(request, response, answer);
                } else {
                    answer.doFilter(request, response);
                }
            }
        } catch (RuntimeException failure) {
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            throw failure;
        } finally {
            timers.computeIfAbsent(
                            new Answered(request.getMethod(), path.getPlain(), response.getStatus()), this::timer)
                    .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }

    private boolean admits(@Nullable Jwt bearer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return pages.admit(request, response)
                && limits.admitUser(bearer == null ? null : bearer.getSubject(), request, response);
    }

    /** As Spring measures all other requests. */
    private Timer timer(Answered answered) {
        return Timer.builder("http.server.requests")
                .tag("method", answered.method)
                .tag("uri", answered.path)
                .tag("status", Integer.toString(answered.status))
                .tag("outcome", Outcome.forStatus(answered.status).name())
                .tag("exception", "none")
                .tag("error", "none")
                .register(meters);
    }

    /** A request of a user who is known. */
    private static final class OfUser extends HttpServletRequestWrapper {

        private final Jwt bearer;

        OfUser(HttpServletRequest request, Jwt bearer) {
            super(request);
            this.bearer = bearer;
        }

        @Override
        public Principal getUserPrincipal() {
            return bearer::getSubject;
        }
    }

    private record Answered(String method, String path, int status) {}
}
