package dev.frontrow.app.security;

import static dev.frontrow.app.security.IdentityProvider.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import dev.frontrow.TestDatabase;
import dev.frontrow.app.StrangersKey;
import dev.frontrow.app.edge.EdgeOperations;
import dev.frontrow.app.edge.Http;
import dev.frontrow.app.openapi.Operation;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The service as it runs with an identity provider, outside demo mode, and with a tight rate limit. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "frontrow.demo.enabled=false",
            "spring.security.oauth2.resourceserver.jwt.audiences=frontrow",
            "frontrow.rate-limit.user-per-second=1",
            "frontrow.rate-limit.user-burst=" + IdentityProviderTests.BURST,
            "frontrow.rate-limit.address-per-second=1",
            "frontrow.rate-limit.address-burst=" + IdentityProviderTests.BURST
        })
@AutoConfigureMockMvc
@Import({TestDatabase.class, EdgeOperations.class, Http.class})
@DirtiesContext
class IdentityProviderTests {

    static final int BURST = 20;
    private static final IdentityProvider PROVIDER = IdentityProvider.start();
    private static final RSAKey KEY = PROVIDER.key();

    private final Http http;
    private final MockMvc mvc;
    private final MeterRegistry meters;

    IdentityProviderTests(Http http, MockMvc mvc, MeterRegistry meters) {
        this.http = http;
        this.mvc = mvc;
        this.meters = meters;
    }

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", PROVIDER::keysUri);
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
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
        assertThat(get("/api/v1/edge/me", token(StrangersKey.KEY, "alice", "frontrow", ""))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refusesATokenForOthersOnEveryOperation() throws Exception {
        var operations = Operation.of(http.get("/v3/api-docs").json());
        assertThat(operations).isNotEmpty();
        for (var i = 0; i < operations.size(); i++) {
            var operation = operations.get(i);
            var answer = from(
                    "198.51.100." + i,
                    operation.method(),
                    operation.at(Map.of()),
                    "Bearer " + token(KEY, "alice", "elsewhere", "admin"));

            assertThat(answer.getStatus()).as(operation.toString()).isEqualTo(401);
            assertThat(answer.getContentAsString()).contains("\"code\":\"unauthenticated\"");
        }
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
        var askedBefore = PROVIDER.asked();
        for (int i = 0; i < 30; i++) {
            var key = new RSAKey.Builder(StrangersKey.KEY).keyID("unknown-" + i).build();
            assertThat(get("/api/v1/edge/me", token(key, "alice", "frontrow", ""))
                            .status())
                    .isEqualTo(401);
        }

        assertThat(PROVIDER.asked()).isLessThanOrEqualTo(askedBefore + 1);
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
    void slowsDownAUserWhoRunsWild() throws Exception {
        var token = token(KEY, "wild", "frontrow", "");

        var answer = untilTooMany(BURST, () -> get("/api/v1/edge/me", token), Http.Answer::status);

        assertThat(answer.problem()).isEqualTo("rate-limited");
        assertThat(answer.header("Retry-After")).contains("1");
        untilTooMany(0, () -> get("/%61pi/v1/edge/me", token), Http.Answer::status);
        assertThat(get("/api/v1/edge/me", token(KEY, "calm", "frontrow", "")).status())
                .isEqualTo(200);
        assertThat(get("/problems", token).status()).isEqualTo(200);
        assertThat(http.get("/problems").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/",
        "GET,/docs",
        "GET,/problems",
        "GET,/swagger-ui/index.html",
        "GET,/actuator/health",
        "GET,/actuator/info",
        "GET,/actuator/prometheus",
        "GET,/actuator/metrics",
        "GET,/v3/api-docs",
        "GET,/nothing",
        "POST,/api/v1/edge/orders",
        "OPTIONS,/api/v1/edge/orders"
    })
    void slowsDownAnAddressThatRunsWildWhateverItAsksFor(String method, String path) throws Exception {
        var address = "2001:db8:%x::1".formatted((method + path).hashCode() & 0xffff);

        var answer = untilTooMany(BURST, () -> from(address, method, path));

        assertThat(answer.getContentAsString()).contains("\"code\":\"rate-limited\"");
        assertThat(answer.getHeader("Retry-After")).isNotNull();
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void limitsAnAddressBeforeAnythingOfItsRequestIsRead() throws Exception {
        var address = "203.0.113.81";
        untilTooMany(BURST, () -> from(address, "GET", "/"));
        var tooLarge = MockMvcRequestBuilders.post("/api/v1/edge/orders")
                .content(new byte[1024 * 1024 + 1])
                .with(received -> {
                    received.setRemoteAddr(address);
                    return received;
                });

        untilTooMany(0, () -> mvc.perform(tooLarge).andReturn().getResponse());
    }

    private static MockHttpServletResponse untilTooMany(int left, Callable<MockHttpServletResponse> ask)
            throws Exception {
        return untilTooMany(left, ask, MockHttpServletResponse::getStatus);
    }

    /**
     * What is answered once the limit is reached. No more pass than are left, and what comes back meanwhile: one a second, so that a
     * slow machine asks more often.
     */
    private static <A> A untilTooMany(int left, Callable<A> ask, ToIntFunction<A> status) throws Exception {
        long began = System.nanoTime();
        int passed = 0;
        var answer = ask.call();
        while (status.applyAsInt(answer) != 429) {
            passed++;
            assertThat(passed)
                    .as("let through")
                    .isLessThanOrEqualTo(left
                            + 2
                            + (int) Duration.ofNanos(System.nanoTime() - began).toSeconds());
            answer = ask.call();
        }
        return answer;
    }

    private MockHttpServletResponse from(String address, String method, String path) throws Exception {
        return from(address, MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path));
    }

    private MockHttpServletResponse from(String address, String method, String path, String authorization)
            throws Exception {
        return from(
                address,
                MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path)
                        .header("Authorization", authorization));
    }

    private MockHttpServletResponse from(String address, MockHttpServletRequestBuilder request) throws Exception {
        var sent = request.with(received -> {
            received.setRemoteAddr(address);
            return received;
        });
        return mvc.perform(sent).andReturn().getResponse();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/queue-tokens/current,203.0.113.80",
        "/api/v1/schedules/0b5d9f0e-3f0c-4a0c-8a55-7f3f1c1f2a10/layout,203.0.113.83",
        "/api/v1/schedules/0b5d9f0e-3f0c-4a0c-8a55-7f3f1c1f2a10/seats,203.0.113.82"
    })
    void slowsDownTheSameOnBothWays(String path, String address) throws Exception {
        var bearer = "Bearer " + token(KEY, "impatient for " + path, "frontrow", "");

        slowsDownTheSame(path, request -> request.header("Authorization", bearer));
        slowsDownTheSame(
                path,
                request -> request.with(received -> {
                    received.setRemoteAddr(address);
                    return received;
                }));
    }

    private void slowsDownTheSame(String path, UnaryOperator<MockHttpServletRequestBuilder> client) throws Exception {
        var ordinary = untilTooMany(BURST, () -> get(path + "?ordinary", client));
        var fast = untilTooMany(0, () -> get(path, client));

        assertThat(headersOf(fast)).isEqualTo(headersOf(ordinary)).containsKey("Retry-After");
        assertThat(fast.getContentAsString()).isEqualTo(ordinary.getContentAsString());
        assertThat(get(path, UnaryOperator.identity()).getStatus()).isNotEqualTo(429);
        assertThat(meters.find("http.server.requests")
                        .tags("method", "GET", "status", "429")
                        .timers())
                .hasSize(1);
    }

    private MockHttpServletResponse get(String path, UnaryOperator<MockHttpServletRequestBuilder> client)
            throws Exception {
        var request = MockMvcRequestBuilders.get(path).header("Queue-Token", "none");
        return mvc.perform(client.apply(request)).andReturn().getResponse();
    }

    private static Map<String, List<Object>> headersOf(MockHttpServletResponse answer) {
        return answer.getHeaderNames().stream().collect(Collectors.toMap(Function.identity(), answer::getHeaderValues));
    }

    private Http.Answer get(String path, String token) {
        return http.get(path, "Authorization: Bearer " + token);
    }
}
