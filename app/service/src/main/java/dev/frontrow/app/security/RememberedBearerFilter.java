package dev.frontrow.app.security;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in a user whose access token was verified before, in front of those of the security's filters that decide: the others
 * prepare for sessions, strangers and tokens that nobody has looked at, and cost more than an operation.
 *
 * <p>What a token may open is decided by the same filters as ever.
 */
final class RememberedBearerFilter extends OncePerRequestFilter {

    private static final String REMEMBERED = RememberedBearerFilter.class.getName();

    private final JwtAuthenticationConverter authentications = new JwtAuthenticationConverter();

    /**
     * The short chain, for requests of remembered bearers: what decides, which is the end of the ordinary one.
     *
     * @param heeded on which requests a bearer counts
     */
    static SecurityFilterChain chain(SecurityFilterChain ordinary, RequestMatcher heeded, RememberedBearers bearers) {
        var deciding =
                ordinary.getFilters().stream().dropWhile(filter -> !(filter instanceof ExceptionTranslationFilter));
        var filters =
                Stream.concat(Stream.of(new RememberedBearerFilter()), deciding).toArray(Filter[]::new);
        if (!(filters[filters.length - 1] instanceof AuthorizationFilter)) {
            throw new IllegalStateException("nothing decides at the end of the security's filters");
        }
        return new DefaultSecurityFilterChain(
                request -> heeded.matches(request) && isRemembered(request, bearers), filters);
    }

    /** What is recalled goes with the request, as it may be forgotten meanwhile. */
    private static boolean isRemembered(HttpServletRequest request, RememberedBearers bearers) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        var bearer = authorization == null ? null : bearers.recall(authorization);
        if (bearer == null) {
            return false;
        }
        request.setAttribute(REMEMBERED, bearer);
        return true;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bearer = (Jwt) Objects.requireNonNull(request.getAttribute(REMEMBERED));
        var user = Objects.requireNonNull(authentications.convert(bearer));
        SecurityContextHolder.setContext(new SecurityContextImpl(user));
        try {
            chain.doFilter(new UsersRequest(request, user), response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static final class UsersRequest extends HttpServletRequestWrapper {

        private final Authentication user;

        UsersRequest(HttpServletRequest request, Authentication user) {
            super(request);
            this.user = user;
        }

        @Override
        public Principal getUserPrincipal() {
            return user;
        }

        @Override
        public String getRemoteUser() {
            return user.getName();
        }

        @Override
        public boolean isUserInRole(@Nullable String role) {
            return user.getAuthorities().stream().anyMatch(authority -> Objects.equals(authority.getAuthority(), role));
        }
    }
}
