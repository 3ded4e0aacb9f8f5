package dev.frontrow.app.browser;

import static org.springframework.security.config.Customizer.withDefaults;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * A real identity provider, an application of its own: Spring's authorization server with a form to log in. Everybody may whose
 * password is right, and whose name begins with {@code admin} has the scope of that name if the client asks for it.
 */
@EnableWebSecurity
@ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
class IdentityProvider {

    static final String PASSWORD = "a secret";
    static final String CLIENT_ID = "frontrow-pages";
    static final String AUDIENCE = "frontrow";

    private static final String ADMIN = "admin";

    /** Without any servlet, Tomcat asks no filter. */
    private static final Map<String, Object> SETTINGS =
            Map.of("server.port", 0, "server.address", "127.0.0.1", "server.servlet.register-default-servlet", true);

    /** One for all tests, for as long as they run. */
    private static final AnnotationConfigServletWebServerApplicationContext RUNNING = start();

    private static AnnotationConfigServletWebServerApplicationContext start() {
        var context = new AnnotationConfigServletWebServerApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("provider", SETTINGS));
        context.register(IdentityProvider.class);
        context.refresh();
        return context;
    }

    static String issuer() {
        return "http://127.0.0.1:" + RUNNING.getWebServer().getPort();
    }

    /** For whom nobody has to log in. */
    static String accessToken(String userId, boolean isAdmin) {
        var now = Instant.now();
        var claims = JwtClaimsSet.builder()
                .issuer(issuer())
                .subject(userId)
                .audience(List.of(AUDIENCE))
                .issuedAt(now)
                .expiresAt(now.plus(Duration.ofHours(1)))
                .claim("scope", isAdmin ? Set.of(ADMIN) : Set.of())
                .build();
        return RUNNING.getBean(JwtEncoder.class)
                .encode(JwtEncoderParameters.from(claims))
                .getTokenValue();
    }

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, RegisteredClientRepository clients) {
        var renewal = new PublicRenewal(clients);
        return http.oauth2AuthorizationServer(server -> server.oidc(withDefaults())
                        .clientAuthentication(asking -> asking.authenticationConverter(PublicRenewal::asked)
                                .authenticationProviders(all -> all.addFirst(renewal))))
                .cors(withDefaults())
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(withDefaults())
                .build();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    InMemoryRegisteredClientRepository registeredClients() {
        return new InMemoryRegisteredClientRepository(pagesAt(0));
    }

    /** Leads back to the pages of the service at that port. */
    static void comeBackTo(int port) {
        RUNNING.getBean(InMemoryRegisteredClientRepository.class).save(pagesAt(port));
    }

    private static RegisteredClient pagesAt(int port) {
        var booking = "http://127.0.0.1:" + port + "/";
        return RegisteredClient.withId("pages")
                .clientId(CLIENT_ID)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(back -> back.addAll(List.of(booking, booking + "operator")))
                .postLogoutRedirectUris(back -> back.addAll(List.of(booking, booking + "operator")))
                .scope(OidcScopes.OPENID)
                .scope(ADMIN)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(TokenSettings.builder().reuseRefreshTokens(false).build())
                .build();
    }

    @Bean
    UserDetailsService users() {
        return name -> User.withUsername(name)
                .password("{noop}" + PASSWORD)
                .roles(name.startsWith(ADMIN) ? "ADMIN" : "USER")
                .build();
    }

    @Bean
    UrlBasedCorsConfigurationSource corsConfigurationSource() {
        var pages = new CorsConfiguration();
        pages.setAllowedOriginPatterns(List.of("http://127.0.0.1:[*]"));
        pages.setAllowedMethods(List.of("GET", "POST"));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", pages);
        return source;
    }

    @Bean
    JWKSource<SecurityContext> keys() throws JOSEException {
        return new ImmutableJWKSet<>(new JWKSet(
                new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate()));
    }

    /** Of the tokens that come back to be exchanged for what is known of their users. */
    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
        return new NimbusJwtEncoder(keys);
    }

    /** Public clients get refresh tokens too, as most providers give them. */
    @Bean
    OAuth2TokenGenerator<?> tokens(JwtEncoder encoder) {
        var jwts = new JwtGenerator(encoder);
        jwts.setJwtCustomizer(IdentityProvider::addClaims);
        OAuth2TokenGenerator<OAuth2RefreshToken> refreshTokens = context -> {
            if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
                return null;
            }
            var now = Instant.now();
            return new OAuth2RefreshToken(UUID.randomUUID().toString(), now, now.plus(Duration.ofHours(1)));
        };
        return new DelegatingOAuth2TokenGenerator(jwts, refreshTokens);
    }

    private static void addClaims(JwtEncodingContext context) {
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return;
        }
        var isAdmin = context.getPrincipal().getName().startsWith(ADMIN);
        var scopes = context.getAuthorizedScopes().stream()
                .filter(scope -> isAdmin || !scope.equals(ADMIN))
                .collect(Collectors.toSet());
        context.getClaims().audience(List.of(AUDIENCE)).claim("scope", scopes);
    }
}
