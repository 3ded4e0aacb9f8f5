package dev.frontrow.app.security;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.frontrow.app.ratelimit.RateLimits;
import dev.frontrow.app.security.demo.DemoLogin;
import dev.frontrow.edge.Access;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CompositeHeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;

/**
 * Who may do what, by URL. The service knows its users by access tokens alone: it keeps no sessions and sets no cookies,
 * so there is nothing that a foreign page could ride on.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String ADMIN = "SCOPE_admin";
    private static final String ACTUATOR = "/actuator";

    /** Enough for the start page, the problem pages, Swagger UI and the generated documents; nothing from outside. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Before the ordinary one. */
    @Bean
    @Order(0)
    SecurityFilterChain shortFilterChain(
            SecurityFilterChain securityFilterChain,
            RememberedBearers bearers,
            BearerTokenResolver tokens,
            ProblemAnswers answers) {
        return BearerFilter.chain(securityFilterChain, SecurityConfiguration::isHeeded, bearers, tokens, answers);
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            ProblemAnswers answers,
            KnownOperations known,
            RateLimits limits,
            RememberedBearers bearers) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .cors(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> rules(requests, known))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(bearers::verify))
                        .authenticationEntryPoint(answers)
                        .accessDeniedHandler(answers))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .addFilterBefore(limits.ofUsers(), AuthorizationFilter.class)
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            KnownOperations known) {
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(known::isOpen)
                .permitAll()
                .requestMatchers(Access.ADMIN_API + "**")
                .access(unlessUnknown(AuthorityAuthorizationManager.hasAuthority(ADMIN), known))
                .requestMatchers(Access.API + "**")
                .access(unlessUnknown(AuthenticatedAuthorizationManager.authenticated(), known))
                .requestMatchers(ACTUATOR + "/health/**", ACTUATOR + "/info", ACTUATOR + "/prometheus")
                .permitAll()
                .requestMatchers(ACTUATOR + "/**")
                .hasAuthority(ADMIN)
                .anyRequest()
                .permitAll();
    }

    private static AuthorizationManager<RequestAuthorizationContext> unlessUnknown(
            AuthorizationManager<RequestAuthorizationContext> rule, KnownOperations known) {
        return (who, context) -> {
            var result = rule.authorize(who, context);
            return (result != null && result.isGranted()) || known.include(context.getRequest())
                    ? result
                    : new AuthorizationDecision(true);
        };
    }

    /** What every answer has; of an operation's own headers none is replaced. */
    @Bean
    HeaderWriter answerHeaders() {
        return new CompositeHeaderWriter(List.of(
                new XContentTypeOptionsHeaderWriter(),
                new XXssProtectionHeaderWriter(),
                new HstsHeaderWriter(),
                new XFrameOptionsHeaderWriter(),
                new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY_POLICY),
                (_, response) -> {
                    boolean decided = response.containsHeader(HttpHeaders.CACHE_CONTROL)
                            || response.getStatus() == HttpStatus.NOT_MODIFIED.value();
                    if (!decided) {
                        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                    }
                }));
    }

    @Bean
    RememberedBearers rememberedBearers(JwtDecoder decoder) {
        return new RememberedBearers(decoder, new JwtTimestampValidator(), Ticker.systemTicker());
    }

    /** Each of the security's filters would be measured by itself, at a price that every request pays. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * On an operation, one that is not valid is refused also where none is needed. It keeps nobody from getting a new one, nor from
     * the pages and the health.
     */
    @Bean
    BearerTokenResolver bearerTokenResolver() {
        var tokens = new DefaultBearerTokenResolver();
        return request -> isHeeded(request) ? tokens.resolve(request) : null;
    }

    private static boolean isHeeded(HttpServletRequest request) {
        var path = Access.pathOf(request);
        return path.startsWith(Access.API)
                ? !path.equals(DemoLogin.PATH)
                : path.startsWith(ACTUATOR) && !path.startsWith(ACTUATOR + "/health");
    }

    /**
     * Unknown methods are 405 like any other that an address does not have, and what a header may hold is for its
     * reader to say: a queue token of odd characters is an invalid one. Tomcat lets no control characters below 32 pass.
     */
    @Bean
    StrictHttpFirewall httpFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderValues(_ -> true);
        return firewall;
    }
}
