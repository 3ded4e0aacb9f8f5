package dev.frontrow.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import dev.frontrow.app.edge.Http;
import dev.frontrow.app.edge.Http.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/**
 * Sends the same request the fast way and the ordinary one. In what is sent, a word in capitals stands for something: MOVING is a
 * schedule of whose line ann is ACTIVE and bob's token ENDED; STILL is one at which ann is WAITING; VALID and EXPIRED are access
 * tokens of ann's, NOBODY is one of somebody who can't be a user.
 */
final class BothWays {

    private static final int BODY_BYTES_MAX = 1 << 20;
    private static final String CURRENT = "/api/v1/queue-tokens/current";

    private final Http http;
    private final MockMvc mvc;
    private final MeterRegistry meters;
    private final Map<String, String> words = new HashMap<>();

    BothWays(Http http, MockMvc mvc, MeterRegistry meters, RSAKey key) throws JOSEException {
        this.http = http;
        this.mvc = mvc;
        this.meters = meters;
        var still = concert();
        pause(still, true);
        words.put("STILL", schedule(still));
        words.put("WAITING", join("ann", still));
        var moving = concert();
        pause(moving, false);
        words.put("MOVING", schedule(moving));
        words.put("ACTIVE", join("ann", moving));
        words.put("ENDED", join("bob", moving));
        http.send(
                "DELETE",
                CURRENT,
                "",
                "Authorization: Bearer " + http.token("bob"),
                "Queue-Token: " + words.get("ENDED"));
        await().until(() -> http.get(CURRENT, "Queue-Token: " + words.get("ACTIVE"))
                .json()
                .required("status")
                .asString()
                .equals("ACTIVE"));
        words.put("VALID", bearer(key, "ann", Instant.now().plusSeconds(600)));
        words.put("EXPIRED", bearer(key, "ann", Instant.now().minusSeconds(600)));
        words.put("NOBODY", bearer(key, "an\nn", Instant.now().plusSeconds(600)));
    }

    Answer get(String path, List<String> headers) {
        return send("GET", path, headers);
    }

    void areTheSame(String fast, String ordinary, List<String> headers) {
        areTheSame("GET", fast, ordinary, headers);
    }

    /** What the line is told twice a second may be told between the two. */
    void areTheSame(String method, String fast, String ordinary, List<String> headers) {
        await().untilAsserted(() -> {
            var one = send(method, ordinary, headers);
            var other = send(method, fast, headers);

            assertThat(withoutDate(other)).isEqualTo(withoutDate(one));
        });
    }

    /** A body that is longer than any that is taken. */
    void refuseABodyTheSame(String fast, String ordinary, List<String> headers) {
        var body = "x".repeat(BODY_BYTES_MAX + 1);
        var one = http.send("GET", filled(ordinary), body, filled(headers));
        var other = http.send("GET", filled(fast), body, filled(headers));

        assertThat(one.status()).isEqualTo(413);
        assertThat(withoutDate(other)).isEqualTo(withoutDate(one));
    }

    /** Whether a request is answered before the search for a controller. */
    boolean isFast(String path, List<String> headers) throws Exception {
        var request = MockMvcRequestBuilders.get(URI.create(filled(path)));
        for (var header : filled(headers)) {
            int colon = header.indexOf(':');
            request.header(
                    header.substring(0, colon), header.substring(colon + 1).strip());
        }
        return await().until(
                                () -> mvc.perform(request).andReturn(),
                                ways -> ways.getResponse().getStatus() != 429)
                        .getHandler()
                == null;
    }

    /** That both are counted under the same tags. */
    void areMeasuredTheSame(String fast, String ordinary, List<String> headers, String path, int status) {
        get(fast, headers);
        await().until(() -> measured(path, status) > 0);
        long before = measured(path, status);

        get(fast, headers);
        await().untilAsserted(() -> assertThat(measured(path, status)).isEqualTo(before + 1));

        get(ordinary, headers);
        await().untilAsserted(() -> assertThat(measured(path, status)).isEqualTo(before + 2));
    }

    /** Whoever asks as often as this is slowed down now and then. */
    private Answer send(String method, String path, List<String> headers) {
        return await().until(
                        () -> http.send(method, filled(path), "", filled(headers)), answer -> answer.status() != 429);
    }

    private long measured(String path, int status) {
        var timers = meters.find("http.server.requests")
                .tags("uri", path, "status", Integer.toString(status), "method", "GET")
                .timers();
        assertThat(timers).hasSizeLessThanOrEqualTo(1);
        return timers.stream().mapToLong(timer -> timer.count()).sum();
    }

    private String[] filled(List<String> headers) {
        return headers.stream().map(this::filled).toArray(String[]::new);
    }

    private String filled(String text) {
        var filled = text;
        for (var word : words.entrySet()) {
            filled = filled.replace(word.getKey(), word.getValue());
        }
        return filled;
    }

    private static Answer withoutDate(Answer answer) {
        var headers = new TreeMap<>(answer.headers());
        assertThat(headers.remove("Date")).hasSize(1);
        return new Answer(answer.status(), headers, answer.body());
    }

    private JsonNode concert() {
        return http.send(
                        "POST",
                        "/api/v1/admin/concerts",
                        """
                        {"title":"Test Night","performer":"The Assertions","venue":"Test Hall","timeZone":"Asia/Seoul",
                         "schedules":[{"startsAt":"%s","salesOpenAt":"2020-01-01T00:00:00Z","salesCloseAt":"%1$s",
                           "sections":[{"name":"A","rows":10,"seatsPerRow":10,"price":1000},
                                       {"name":"나","rows":1,"seatsPerRow":1,"price":500}]}]}
                        """.formatted(Instant.now().plus(Duration.ofDays(30))),
                        "Content-Type: application/json",
                        "Authorization: Bearer " + http.adminToken("root"))
                .json();
    }

    private static String schedule(JsonNode concert) {
        return concert.required("schedules").required(0).required("id").asString();
    }

    private void pause(JsonNode concert, boolean paused) {
        http.send(
                "PUT",
                "/api/v1/admin/queues/" + concert.required("id").asString(),
                "{\"maxActive\":100,\"admissionsPerSecond\":100,\"paused\":%s}".formatted(paused),
                "Content-Type: application/json",
                "Authorization: Bearer " + http.adminToken("root"));
    }

    private String join(String user, JsonNode concert) {
        return http.postAs(
                        user,
                        "/api/v1/queue-tokens",
                        "{\"concertId\":\"%s\"}"
                                .formatted(concert.required("id").asString()))
                .json()
                .required("token")
                .asString();
    }

    private static String bearer(RSAKey key, String subject, Instant expiresAt) throws JOSEException {
        var claims = JwtClaimsSet.builder()
                .issuer("frontrow-demo")
                .subject(subject)
                .issuedAt(expiresAt.minusSeconds(600))
                .expiresAt(expiresAt)
                .build();
        return NimbusJwtEncoder.withKeyPair(key.toRSAPublicKey(), key.toRSAPrivateKey())
                .build()
                .encode(JwtEncoderParameters.from(claims))
                .getTokenValue();
    }
}
