package dev.frontrow.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import dev.frontrow.app.edge.EdgeTest;
import dev.frontrow.app.edge.Http;
import dev.frontrow.app.edge.Http.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** A poll is answered the same on its fast path and on the ordinary way, which a query that nobody reads sends it. */
@EdgeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PollingBothWaysTests {

    private static final String FAST = "/api/v1/queue-tokens/current";
    private static final String ORDINARY = FAST + "?ordinary";

    /** Polls that take the fast path: what they carry. */
    static final List<List<String>> PLAIN = List.of(
            List.of("Queue-Token: WAITING"),
            List.of("Queue-Token: ACTIVE"),
            List.of("Queue-Token: ENDED"),
            List.of("Queue-Token: forged"),
            List.of("Queue-Token:"),
            List.of("queue-token: WAITING", "accept: application/json, text/plain, */*"),
            List.of("Queue-Token: WAITING", "Accept: */*", "Accept: text/html"),
            List.of("Queue-Token: WAITING", "Accept-Encoding: gzip"),
            List.of("Queue-Token: WAITING", "Accept-Language: ko"),
            List.of("Queue-Token: WAITING", "If-None-Match: *", "Range: bytes=0-1"),
            List.of("Queue-Token: WAITING", "If-Modified-Since: Thu, 01 Jan 2099 00:00:00 GMT"),
            List.of("Queue-Token: WAITING", "Origin: https://tickets.example"),
            List.of("Queue-Token: forged", "Origin: https://tickets.example"),
            List.of("Queue-Token: WAITING", "Origin: https://elsewhere.example"),
            List.of("Queue-Token: WAITING", "Origin: http://localhost"),
            List.of("Queue-Token: WAITING", "Origin: no origin"),
            List.of("Queue-Token: WAITING", "Authorization: Bearer VALID"),
            List.of("Queue-Token: forged", "Authorization: Bearer VALID"));

    /** Polls that don't. */
    static final List<List<String>> UNUSUAL = List.of(
            List.of(),
            List.of("Queue-Token: WAITING", "Queue-Token: WAITING"),
            List.of("Queue-Token: WAITING", "Accept: application/*;q=0.5"),
            List.of("Queue-Token: WAITING", "Accept: text/html"),
            List.of("Queue-Token: WAITING", "Accept: application/json;q=0"),
            List.of("Queue-Token: WAITING", "Accept: nonsense"),
            List.of("Queue-Token: WAITING", "Authorization: bearer VALID"),
            List.of("Queue-Token: WAITING", "Authorization: Bearer EXPIRED"),
            List.of("Queue-Token: WAITING", "Authorization: Bearer forged"),
            List.of("Queue-Token: WAITING", "Authorization: Bearer VALIDx"),
            List.of("Queue-Token: WAITING", "Authorization: Bearer"),
            List.of("Queue-Token: WAITING", "Authorization: Basic YTpi"));

    private final Http http;
    private final MockMvc mvc;
    private final MeterRegistry meters;
    private final Map<String, String> sent = new HashMap<>();

    PollingBothWaysTests(Http http, MockMvc mvc, MeterRegistry meters, RSAKey key) throws JOSEException {
        this.http = http;
        this.mvc = mvc;
        this.meters = meters;
        var still = concert();
        pause(still, true);
        sent.put("WAITING", join("ann", still));
        var moving = concert();
        pause(moving, false);
        sent.put("ACTIVE", join("ann", moving));
        sent.put("ENDED", join("bob", moving));
        http.send(
                "DELETE", FAST, "", "Authorization: Bearer " + http.token("bob"), "Queue-Token: " + sent.get("ENDED"));
        await().until(() -> http.get(FAST, "Queue-Token: " + sent.get("ACTIVE"))
                .json()
                .required("status")
                .asString()
                .equals("ACTIVE"));
        sent.put("VALID", bearer(key, Instant.now().plusSeconds(600)));
        sent.put("EXPIRED", bearer(key, Instant.now().minusSeconds(600)));
    }

    @ParameterizedTest
    @FieldSource("PLAIN")
    void answersAPlainPollTheSame(List<String> headers) throws Exception {
        same(headers);

        assertThat(handlerOf(FAST, headers)).isNull();
    }

    @ParameterizedTest
    @FieldSource("UNUSUAL")
    void answersAnUnusualPollTheSame(List<String> headers) throws Exception {
        same(headers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "POST", "PUT", "PATCH", "TRACE"})
    void answersOtherMethodsTheSame(String method) {
        var token = "Queue-Token: " + sent.get("WAITING");

        assertThat(withoutDate(http.send(method, FAST, "", token)))
                .isEqualTo(withoutDate(http.send(method, ORDINARY, "", token)));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/queue-tokens/current;a=1,400",
        "/api/v1/queue-tokens/%63urrent,200",
        "/api/v1//queue-tokens/current,400",
        "/api/v1/queue-tokens/current/,404",
        "/api/v1/queue-tokens%2Fcurrent,400"
    })
    void leavesOtherSpellingsOfThePathToTheOrdinaryWay(String path, int status) {
        assertThat(http.get(path, "Queue-Token: " + sent.get("WAITING")).status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"WAITING,200", "forged,403"})
    void isMeasuredTheSame(String token, int status) throws Exception {
        var headers = List.of("Queue-Token: " + token);
        poll(FAST, headers);
        long before = measured(FAST, status);

        poll(FAST, headers);
        assertThat(measured(FAST, status)).isEqualTo(before + 1);

        poll(ORDINARY, headers);
        assertThat(measured(FAST, status)).isEqualTo(before + 2);
    }

    private void same(List<String> headers) {
        var ordinary = http.get(ORDINARY, filled(headers));
        var fast = http.get(FAST, filled(headers));

        assertThat(withoutDate(fast)).isEqualTo(withoutDate(ordinary));
    }

    /** How often a GET was answered so; all of them under the same tags. */
    private long measured(String path, int status) {
        var timers = meters.find("http.server.requests")
                .tags("uri", path, "status", Integer.toString(status), "method", "GET")
                .timers();
        assertThat(timers).hasSize(1);
        return timers.iterator().next().count();
    }

    /** The controller that a request has reached, or null if it was answered before. */
    private @Nullable Object handlerOf(String path, List<String> headers) throws Exception {
        return poll(path, headers).getHandler();
    }

    private MvcResult poll(String path, List<String> headers) throws Exception {
        var request = get(path);
        for (var header : filled(headers)) {
            int colon = header.indexOf(':');
            request.header(
                    header.substring(0, colon), header.substring(colon + 1).strip());
        }
        return mvc.perform(request).andReturn();
    }

    /** The headers with what the words in capitals stand for. */
    private String[] filled(List<String> headers) {
        return headers.stream()
                .map(header -> {
                    var filled = header;
                    for (var word : sent.entrySet()) {
                        filled = filled.replace(word.getKey(), word.getValue());
                    }
                    return filled;
                })
                .toArray(String[]::new);
    }

    private static Answer withoutDate(Answer answer) {
        var headers = new TreeMap<>(answer.headers());
        assertThat(headers.remove("Date")).hasSize(1);
        return new Answer(answer.status(), headers, answer.body());
    }

    private String concert() {
        return http.send(
                        "POST",
                        "/api/v1/admin/concerts",
                        """
                        {"title":"Test Night","performer":"The Assertions","venue":"Test Hall","timeZone":"Asia/Seoul",
                         "schedules":[{"startsAt":"%s","salesOpenAt":"2020-01-01T00:00:00Z","salesCloseAt":"%1$s",
                           "sections":[{"name":"A","rows":1,"seatsPerRow":1,"price":1000}]}]}
                        """.formatted(Instant.now().plus(Duration.ofDays(30))),
                        "Content-Type: application/json",
                        "Authorization: Bearer " + http.adminToken("root"))
                .json()
                .required("id")
                .asString();
    }

    private void pause(String concert, boolean paused) {
        http.send(
                "PUT",
                "/api/v1/admin/queues/" + concert,
                "{\"maxActive\":100,\"admissionsPerSecond\":100,\"paused\":%s}".formatted(paused),
                "Content-Type: application/json",
                "Authorization: Bearer " + http.adminToken("root"));
    }

    private String join(String user, String concert) {
        return http.postAs(user, "/api/v1/queue-tokens", "{\"concertId\":\"%s\"}".formatted(concert))
                .json()
                .required("token")
                .asString();
    }

    private static String bearer(RSAKey key, Instant expiresAt) throws JOSEException {
        var claims = JwtClaimsSet.builder()
                .issuer("frontrow-demo")
                .subject("ann")
                .issuedAt(expiresAt.minusSeconds(600))
                .expiresAt(expiresAt)
                .build();
        return NimbusJwtEncoder.withKeyPair(key.toRSAPublicKey(), key.toRSAPrivateKey())
                .build()
                .encode(JwtEncoderParameters.from(claims))
                .getTokenValue();
    }
}
