package dev.frontrow.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import dev.frontrow.TestDatabase;
import dev.frontrow.app.edge.EdgeOperations;
import dev.frontrow.app.edge.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.RequestEntity;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.ResourceAccessException;

/** The service as it runs with an identity provider, outside demo mode, and with a tight rate limit. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "frontrow.demo.enabled=false",
            "spring.security.oauth2.resourceserver.jwt.audiences=frontrow",
            "frontrow.rate-limit.user-per-second=1",
            "frontrow.rate-limit.user-burst=20"
        })
@Import({TestDatabase.class, EdgeOperations.class, Http.class})
@DirtiesContext
class IdentityProviderTests {

    private static final RSAKey KEY = newKey();
    private static final AtomicInteger ASKED = new AtomicInteger();
    private static final HttpServer PROVIDER = provider();

    private final Http http;

    IdentityProviderTests(Http http) {
        this.http = http;
    }

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add(
                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
                () -> "http://127.0.0.1:" + PROVIDER.getAddress().getPort() + "/keys");
    }

    @AfterAll
    static void stop() {
        PROVIDER.stop(0);
    }

    @Test
    void takesTheProvidersTokensForThisService() throws JOSEException {
        assertThat(get("/api/v1/edge/me", token(KEY, "alice", "frontrow", "")).status())
                .isEqualTo(200);
        assertThat(get("/api/v1/admin/edge/me", token(KEY, "alice", "frontrow", ""))
                        .status())
                .isEqualTo(403);
        assertThat(get("/api/v1/admin/edge/me", token(KEY, "alice", "frontrow", "read admin"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesTokensForOthersAndOfOthers() throws JOSEException {
        assertThat(get("/api/v1/edge/me", token(KEY, "alice", "elsewhere", "")).status())
                .isEqualTo(401);
        assertThat(get("/api/v1/edge/me", token(KEY, "a\nb", "frontrow", "")).status())
                .isEqualTo(401);
        assertThat(get("/api/v1/edge/me", token(newKey(), "alice", "frontrow", ""))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void hasNoDemoLogin() {
        var answer =
                http.send("POST", "/api/v1/demo/login", "{\"userId\":\"alice\"}", "Content-Type: application/json");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("not-found");
        assertThat(http.get("/v3/api-docs").json().required("paths").has("/api/v1/demo/login"))
                .isFalse();
    }

    @Test
    void asksTheProviderOnceHoweverManyTokensNameKeysThatNobodyKnows() throws JOSEException {
        get("/api/v1/edge/me", token(KEY, "alice", "frontrow", ""));
        var askedBefore = ASKED.get();
        var unknown = newKey();
        for (int i = 0; i < 30; i++) {
            var key = new RSAKey.Builder(unknown).keyID("unknown-" + i).build();
            assertThat(get("/api/v1/edge/me", token(key, "alice", "frontrow", ""))
                            .status())
                    .isEqualTo(401);
        }

        assertThat(ASKED.get()).isLessThanOrEqualTo(askedBefore + 1);
    }

    @Test
    void isUnavailableWhileTheProviderIsAway() {
        var asked = new AtomicInteger();
        var seldom = new ProviderKeys.Seldom(Duration.ofMinutes(1));
        seldom.setRequestFactory((uri, method) -> {
            asked.incrementAndGet();
            throw new IOException("the provider is away");
        });
        var request = RequestEntity.get(URI.create("http://127.0.0.1/keys")).build();

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> seldom.exchange(request, String.class))
                    .isInstanceOf(ResourceAccessException.class);
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void invitesNoOtherPageWhereNoneIsAllowed() {
        var preflight = http.send(
                "OPTIONS",
                "/api/v1/edge/orders",
                "",
                "Origin: https://elsewhere.example",
                "Access-Control-Request-Method: POST");

        assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(http.get("/api/v1/concerts/edge/open", "Origin: https://elsewhere.example")
                        .header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void slowsDownAUserWhoRunsWild() throws JOSEException {
        var token = token(KEY, "wild", "frontrow", "");
        for (int i = 0; i < 20; i++) {
            assertThat(get("/api/v1/edge/me", token).status()).isIn(200, 429);
        }

        var answer = get("/api/v1/edge/me", token);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.problem()).isEqualTo("rate-limited");
        assertThat(answer.header("Retry-After")).contains("1");
        assertThat(get("/%61pi/v1/edge/me", token).status()).isEqualTo(429);
        assertThat(get("/api/v1/edge/me", token(KEY, "calm", "frontrow", "")).status())
                .isEqualTo(200);
        assertThat(get("/problems", token).status()).isEqualTo(200);
    }

    private Http.Answer get(String path, String token) {
        return http.get(path, "Authorization: Bearer " + token);
    }

    private static String token(RSAKey key, String subject, String audience, String scope) throws JOSEException {
        var now = Instant.now();
        var claims = JwtClaimsSet.builder()
                .subject(subject)
                .audience(List.of(audience))
                .issuedAt(now)
                .expiresAt(now.plusSeconds(600))
                .claim("scope", scope)
                .build();
        return NimbusJwtEncoder.withKeyPair(key.toRSAPublicKey(), key.toRSAPrivateKey())
                .jwkPostProcessor(jwk -> jwk.keyID(key.getKeyID()))
                .build()
                .encode(JwtEncoderParameters.from(claims))
                .getTokenValue();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static HttpServer provider() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/keys", exchange -> {
                var body = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                ASKED.incrementAndGet();
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
