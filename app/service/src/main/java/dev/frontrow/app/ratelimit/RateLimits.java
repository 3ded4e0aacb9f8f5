package dev.frontrow.app.ratelimit;

import dev.frontrow.app.security.demo.DemoLogin;
import dev.frontrow.edge.Access;
import dev.frontrow.edge.GeneralProblem;
import dev.frontrow.edge.NetworkAddress;
import dev.frontrow.edge.Problems;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits what a network address and a user may ask of this instance, whatever is asked for: the address before anything that
 * costs, the user once it is known who asks.
 *
 * <p>The limits are far above what a person does, and only stop a program that runs wild. The service's own machine is
 * not limited as an address: behind a proxy on it, everybody would be. Neither are the probes that decide whether the instance
 * gets requests at all: they are answered from memory, and often come from the address that everybody's requests come from.
 */
@Component
public class RateLimits {

    private static final int LOGIN_TOKENS = 10;

    static final Set<String> PROBES = Set.of("/actuator/health/liveness", "/actuator/health/readiness");

    private final RateLimitProperties properties;
    private final Problems problems;
    private final Allowances users;
    private final Allowances addresses;

    RateLimits(RateLimitProperties properties, Problems problems) {
        this.properties = properties;
        this.problems = problems;
        this.users = new Allowances(properties.userPerSecond(), properties.userBurst(), TimeMeter.SYSTEM_NANOTIME);
        this.addresses =
                new Allowances(properties.addressPerSecond(), properties.addressBurst(), TimeMeter.SYSTEM_NANOTIME);
    }

    /** Stands where it is known who asks. */
    public Filter ofUsers() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                var user = SecurityContextHolder.getContext().getAuthentication();
                var name = user == null || user instanceof AnonymousAuthenticationToken ? null : user.getName();
                if (admitUser(name, request, response)) {
                    chain.doFilter(request, response);
                }
            }
        };
    }

    /** Whether a request's address may ask for one more; where not, the request is answered. */
    public boolean admitAddress(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return admit(addresses, NetworkAddress.of(request.getRemoteAddr()), request, response);
    }

    /** Whether a user, null for nobody, may ask for one more; where not, the request is answered. */
    public boolean admitUser(@Nullable String user, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return admit(users, user, request, response);
    }

    private boolean admit(
            Allowances allowances, @Nullable String who, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long secondsToWait = who == null || !properties.enabled() ? 0 : allowances.take(who, tokens(request));
        if (secondsToWait == 0) {
            return true;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(secondsToWait));
        problems.answer(
                request, response, GeneralProblem.RATE_LIMITED, "Too many requests; go on in " + secondsToWait + " s.");
        return false;
    }

    private static int tokens(HttpServletRequest request) {
        var path = Access.pathOf(request);
        return path.equals(DemoLogin.PATH) ? LOGIN_TOKENS : PROBES.contains(path) ? 0 : 1;
    }
}
