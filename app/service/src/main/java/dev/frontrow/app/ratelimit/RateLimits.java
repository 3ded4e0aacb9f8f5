package dev.frontrow.app.ratelimit;

import dev.frontrow.app.security.demo.DemoLogin;
import dev.frontrow.edge.Access;
import dev.frontrow.edge.GeneralProblem;
import dev.frontrow.edge.Problems;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits what a network address and a user may ask of this instance, each in its place within the security's filters:
 * the address before a token is verified, the user after.
 *
 * <p>The limits are far above what a person does, and only stop a program that runs wild. The service's own machine is
 * not limited as an address: behind a proxy on it, everybody would be.
 */
@Component
public class RateLimits {

    private static final int LOGIN_TOKENS = 10;

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

    /** Stands before whatever costs something. */
    public Filter ofAddresses() {
        return new Limit(addresses) {
            @Override
            @Nullable
            String who(HttpServletRequest request) {
                return addressOf(request);
            }
        };
    }

    /** Stands where it is known who asks. */
    public Filter ofUsers() {
        return new Limit(users) {
            @Override
            @Nullable
            String who(HttpServletRequest request) {
                var user = SecurityContextHolder.getContext().getAuthentication();
                return user == null || user instanceof AnonymousAuthenticationToken ? null : user.getName();
            }
        };
    }

    /** Whether a request's address may ask for one more operation of the API; where not, the request is answered. */
    public boolean admitAddress(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return !properties.enabled() || admit(addresses, addressOf(request), 1, request, response);
    }

    /** Whether a user, null for nobody, may ask for one more; where not, the request is answered. */
    public boolean admitUser(@Nullable String user, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return !properties.enabled() || admit(users, user, 1, request, response);
    }

    private boolean admit(
            Allowances allowances,
            @Nullable String who,
            int tokens,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        long secondsToWait = who == null ? 0 : allowances.take(who, tokens);
        if (secondsToWait == 0) {
            return true;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(secondsToWait));
        problems.answer(
                request, response, GeneralProblem.RATE_LIMITED, "Too many requests; go on in " + secondsToWait + " s.");
        return false;
    }

    private static @Nullable String addressOf(HttpServletRequest request) {
        return NetworkAddress.of(request.getRemoteAddr());
    }

    /** The path as the operations are found by it: however it is encoded, it is the same operation. */
    private static String decodedPath(HttpServletRequest request) {
        var info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    private abstract class Limit extends OncePerRequestFilter {

        private final Allowances allowances;

        Limit(Allowances allowances) {
            this.allowances = allowances;
        }

        /** Who is to be limited, or null for nobody. */
        abstract @Nullable String who(HttpServletRequest request);

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return !properties.enabled() || !decodedPath(request).startsWith(Access.API);
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            int tokens = decodedPath(request).equals(DemoLogin.PATH) ? LOGIN_TOKENS : 1;
            if (admit(allowances, who(request), tokens, request, response)) {
                chain.doFilter(request, response);
            }
        }
    }
}
