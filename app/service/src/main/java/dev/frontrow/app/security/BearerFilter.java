package dev.frontrow.app.security;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in a user by an access token, in front of those of the security's filters that decide: the others prepare for sessions
 * and strangers, and cost more than an operation.
 *
 * <p>Whose a token is, whether it is valid and how it is refused is decided by Spring's own parts, as in the ordinary chain;
 * what it may open, by the same filters.
 */
final class BearerFilter extends OncePerRequestFilter {

    private final RememberedBearers bearers;
    private final BearerTokenResolver tokens;
    private final JwtAuthenticationConverter users = new JwtAuthenticationConverter();
    private final AuthenticationProvider provider;
    private final AuthenticationFailureHandler refusals;

    private BearerFilter(RememberedBearers bearers, BearerTokenResolver tokens, AuthenticationEntryPoint answers) {
        this.bearers = bearers;
        this.tokens = tokens;
        this.provider = new JwtAuthenticationProvider(bearers::verify);
        this.refusals = new AuthenticationEntryPointFailureHandler(answers);
    }

    /**
     * The short chain, for requests that carry an access token as nearly all do: what decides is the end of the ordinary one.
     *
     * @param heeded on which requests a bearer counts
     * @param answers whoever is refused
     */
    static SecurityFilterChain chain(
            SecurityFilterChain ordinary,
            RequestMatcher heeded,
            RememberedBearers bearers,
            BearerTokenResolver tokens,
            AuthenticationEntryPoint answers) {
        var deciding =
                ordinary.getFilters().stream().dropWhile(filter -> !(filter instanceof ExceptionTranslationFilter));
        var filters = Stream.concat(Stream.of(new BearerFilter(bearers, tokens, answers)), deciding)
                .toArray(Filter[]::new);
        if (!(filters[filters.length - 1] instanceof AuthorizationFilter)) {
            throw new IllegalStateException("nothing decides at the end of the security's filters");
        }
        return new DefaultSecurityFilterChain(request -> heeded.matches(request) && hasBearer(request), filters);
    }

    private static boolean hasBearer(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.startsWith(RememberedBearers.SCHEME);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication user;
        try {
            user = user(request);
        } catch (AuthenticationException refused) {
            refusals.onAuthenticationFailure(request, response, refused);
            return;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(user));
        try {
            chain.doFilter(new UsersRequest(request, user), response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private Authentication user(HttpServletRequest request) {
        var remembered = bearers.recall(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (remembered != null) {
            return requireNonNull(users.convert(remembered));
        }
        var bearer = new BearerTokenAuthenticationToken(requireNonNull(tokens.resolve(request)));
        var user = requireNonNull(provider.authenticate(bearer));
        if (user.getCredentials() instanceof Jwt token && isBoundToAKey(token)) {
            throw new OAuth2AuthenticationException(
                    BearerTokenErrors.invalidToken("the token is bound to a key, and no bearer's"));
        }
        return user;
    }

    /** As DPoP binds tokens (RFC 9449), which Spring's filter refuses where they come as a bearer's. */
    private static boolean isBoundToAKey(Jwt token) {
        return token.getClaim("cnf") instanceof Map<?, ?> confirmation && confirmation.containsKey("jkt");
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
