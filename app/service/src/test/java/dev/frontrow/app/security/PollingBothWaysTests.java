package dev.frontrow.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import dev.frontrow.app.edge.EdgeTest;
import dev.frontrow.app.edge.Http;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;

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
            List.of("Queue-Token: WAITING", "Accept: */*", "Accept: text/html"),
            List.of("Queue-Token: WAITING", "Accept: application/json", "Accept: nonsense"),
            List.of("Queue-Token: WAITING", "Authorization: Bearer VALID", "Authorization: Bearer forged"),
            List.of("Queue-Token: WAITING", "Authorization: bearer VALID"),
            List.of("Queue-Token: WAITING", "Authorization: Bearer EXPIRED"),
            List.of("Queue-Token: WAITING", "Authorization: Bearer NOBODY"),
            List.of("Queue-Token: WAITING", "Authorization: Bearer forged"),
            List.of("Queue-Token: WAITING", "Authorization: Bearer VALIDx"),
            List.of("Queue-Token: WAITING", "Authorization: Bearer"),
            List.of("Queue-Token: WAITING", "Authorization: Basic YTpi"));

    private final BothWays ways;

    PollingBothWaysTests(Http http, MockMvc mvc, MeterRegistry meters, RSAKey key) throws JOSEException {
        this.ways = new BothWays(http, mvc, meters, key);
    }

    @ParameterizedTest
    @FieldSource("PLAIN")
    void answersAPlainPollTheSame(List<String> headers) throws Exception {
        ways.areTheSame(FAST, ORDINARY, headers);

        assertThat(ways.isFast(FAST, headers)).isTrue();
    }

    @ParameterizedTest
    @FieldSource("UNUSUAL")
    void answersAnUnusualPollTheSame(List<String> headers) {
        ways.areTheSame(FAST, ORDINARY, headers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "POST", "PUT", "PATCH", "TRACE"})
    void answersOtherMethodsTheSame(String method) {
        ways.areTheSame(method, FAST, ORDINARY, List.of("Queue-Token: WAITING"));
    }

    @Test
    void refusesABodyBeyondTheLimitTheSame() {
        ways.refuseABodyTheSame(FAST, ORDINARY, List.of("Queue-Token: WAITING"));
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
        assertThat(ways.get(path, List.of("Queue-Token: WAITING")).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"WAITING,200", "forged,403"})
    void isMeasuredTheSame(String token, int status) {
        ways.areMeasuredTheSame(FAST, ORDINARY, List.of("Queue-Token: " + token), FAST, status);
    }
}
