package dev.frontrow.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import dev.frontrow.app.edge.EdgeTest;
import dev.frontrow.app.edge.Http;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;

/**
 * A look at seats is answered the same on its fast path and on the ordinary way, which a parameter that nobody reads sends it.
 */
@EdgeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookingBothWaysTests {

    private static final String SCHEDULE = "/api/v1/schedules/MOVING";
    private static final String USER = "Authorization: Bearer VALID";
    private static final String TOKEN = "Queue-Token: ACTIVE";

    private static final List<String> OPEN = List.of("/availability", "/layout");
    private static final List<String> OF_USER = List.of(
            "/seat-states",
            "/seats",
            "/seats?status=all",
            "/seats?section=A",
            "/seats?status=all&section=%EB%82%98",
            "/seats?section=%E1%84%82%E1%85%A1&status=available",
            "/seats?section=nowhere",
            "/seats?section=");

    /** What looks may carry and still take the fast path. */
    static final List<List<String>> PLAIN = List.of(
            List.of(),
            List.of("Accept: application/json, text/plain, */*"),
            List.of("Accept-Encoding: gzip"),
            List.of("Accept-Encoding: br, gzip;q=0"),
            List.of("Accept-Encoding: gzip", "If-None-Match: W/\"unknown\""),
            List.of("If-None-Match: *"),
            List.of("Accept-Encoding: gzip", "If-None-Match: \"a\", *"),
            List.of("Range: bytes=0-1", "If-Modified-Since: Thu, 01 Jan 2099 00:00:00 GMT"),
            List.of("Origin: https://tickets.example"),
            List.of("Origin: https://elsewhere.example"));

    /** Who is refused on the fast path: the path, and who asks with what. */
    static final List<Arguments> REFUSED = List.of(
            Arguments.of(SCHEDULE + "/seat-states", List.of(USER, "Queue-Token: ENDED")),
            Arguments.of(SCHEDULE + "/seat-states", List.of(USER, "Queue-Token: WAITING")),
            Arguments.of(SCHEDULE + "/seat-states", List.of(USER, "Queue-Token: forged")),
            Arguments.of(SCHEDULE + "/seat-states", List.of(USER, "Queue-Token:")),
            Arguments.of(SCHEDULE + "/seats", List.of(USER, "Queue-Token: forged", "Accept-Encoding: gzip")),
            Arguments.of("/api/v1/schedules/STILL/seats", List.of(USER, "Queue-Token: WAITING")),
            Arguments.of("/api/v1/schedules/STILL/seat-states", List.of(USER, "Queue-Token: ACTIVE")),
            Arguments.of("/api/v1/schedules/0b5d9f0e-3f0c-4a0c-8a55-7f3f1c1f2a10/layout", List.of()),
            Arguments.of("/api/v1/schedules/0b5d9f0e-3f0c-4a0c-8a55-7f3f1c1f2a10/availability", List.of(USER)),
            Arguments.of(
                    "/api/v1/schedules/0b5d9f0e-3f0c-4a0c-8a55-7f3f1c1f2a10/seats?section=A", List.of(USER, TOKEN)));

    /** Looks that go the ordinary way. */
    static final List<Arguments> UNUSUAL = List.of(
            Arguments.of(SCHEDULE + "/seat-states", List.of(TOKEN)),
            Arguments.of(SCHEDULE + "/seat-states", List.of(USER)),
            Arguments.of(SCHEDULE + "/seat-states", List.of(USER, TOKEN, TOKEN)),
            Arguments.of(SCHEDULE + "/seat-states", List.of("Authorization: Bearer EXPIRED", TOKEN)),
            Arguments.of(SCHEDULE + "/seat-states", List.of("Authorization: Bearer forged", TOKEN)),
            Arguments.of(SCHEDULE + "/seat-states", List.of("Authorization: Basic YTpi", TOKEN)),
            Arguments.of(SCHEDULE + "/seat-states", List.of(USER, "Authorization: Bearer forged", TOKEN)),
            Arguments.of(SCHEDULE + "/seat-states", List.of(USER, TOKEN, "Accept: text/html")),
            Arguments.of(SCHEDULE + "/seat-states", List.of(USER, TOKEN, "Accept: application/*;q=0.5")),
            Arguments.of(SCHEDULE + "/layout", List.of("Accept: application/json;q=0")),
            Arguments.of(SCHEDULE + "/layout", List.of("Accept: application/json", "Accept: nonsense")),
            Arguments.of(SCHEDULE + "/layout", List.of("Authorization: Bearer forged")),
            Arguments.of("/api/v1/schedules/42/layout", List.of()),
            Arguments.of("/api/v1/schedules/0B5D9F0E-3F0C-4A0C-8A55-7F3F1C1F2A10/layout", List.of()),
            Arguments.of(SCHEDULE + "/seats?status=held", List.of(USER, TOKEN)),
            Arguments.of(SCHEDULE + "/seats?status=all&status=all", List.of(USER, TOKEN)),
            Arguments.of(SCHEDULE + "/seats?section=%FF", List.of(USER, TOKEN)),
            Arguments.of(SCHEDULE + "/seats?section=%C3%28", List.of(USER, TOKEN)),
            Arguments.of(SCHEDULE + "/seats?section=%zz", List.of(USER, TOKEN)),
            Arguments.of(SCHEDULE + "/seats?section=%", List.of(USER, TOKEN)),
            Arguments.of(SCHEDULE + "/seats?section=A%00", List.of(USER, TOKEN)),
            Arguments.of(SCHEDULE + "/seats?section", List.of(USER, TOKEN)),
            Arguments.of(SCHEDULE + "/seats?status", List.of(USER, TOKEN)),
            Arguments.of(SCHEDULE + "/seats?=A", List.of(USER, TOKEN)),
            Arguments.of(SCHEDULE + "/seats?&&section=A&", List.of(USER, TOKEN)),
            Arguments.of(SCHEDULE + "/seats?section=A+", List.of(USER, TOKEN)));

    private final BothWays ways;

    LookingBothWaysTests(Http http, MockMvc mvc, MeterRegistry meters, RSAKey key) throws JOSEException {
        this.ways = new BothWays(http, mvc, meters, key);
        for (var look : OF_USER) {
            ways.get(
                    SCHEDULE + look,
                    List.of(USER, TOKEN)); // the access token is known from now on, and the queue token in use
        }
    }

    static Stream<Arguments> plain() {
        return Stream.concat(
                OPEN.stream().flatMap(look -> PLAIN.stream().map(headers -> Arguments.of(SCHEDULE + look, headers))),
                OF_USER.stream()
                        .flatMap(look -> PLAIN.stream()
                                .map(headers -> Arguments.of(SCHEDULE + look, with(headers, USER, TOKEN)))));
    }

    @ParameterizedTest
    @MethodSource("plain")
    void answersAPlainLookTheSame(String path, List<String> headers) throws Exception {
        ways.areTheSame(path, ordinary(path), headers);

        assertThat(ways.isFast(path, headers)).isTrue();
    }

    @ParameterizedTest
    @FieldSource("REFUSED")
    void refusesALookTheSame(String path, List<String> headers) throws Exception {
        ways.areTheSame(path, ordinary(path), headers);

        assertThat(ways.isFast(path, headers)).isTrue();
        assertThat(ways.get(path, headers).problem()).isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("UNUSUAL")
    void leavesAnUnusualLookToTheOrdinaryWay(String path, List<String> headers) {
        ways.areTheSame(path, ordinary(path), headers);
    }

    @Test
    void refusesABodyBeyondTheLimitTheSame() {
        for (var look : List.of("/layout", "/seat-states")) {
            ways.refuseABodyTheSame(SCHEDULE + look, ordinary(SCHEDULE + look), List.of(USER, TOKEN));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXPIRED", "NOBODY", "forged", "VALIDx"})
    void refusesABearerThatIsNotValidAlsoWhereNoneIsNeeded(String bearer) {
        for (var look : List.of("/availability", "/layout", "/seats", "/seat-states")) {
            var answer = ways.get(SCHEDULE + look, List.of("Authorization: Bearer " + bearer, TOKEN));

            assertThat(answer.status()).as(look).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "POST", "DELETE"})
    void answersOtherMethodsTheSame(String method) {
        for (var look : List.of("/layout", "/seat-states", "/seats?status=all")) {
            ways.areTheSame(method, SCHEDULE + look, ordinary(SCHEDULE + look), List.of(USER, TOKEN));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/schedules/MOVING;a=1/layout,400",
        "/api/v1//schedules/MOVING/layout,400",
        "/api/v1/schedules/MOVING/%6Cayout,200",
        "/api/v1/%73chedules/MOVING/layout,200",
        "/api/v1/schedules/MOVING/layout/,404",
        "/api/v1/schedules/MOVING/layouts,404",
        "/api/v1/schedules/MOVING,404"
    })
    void leavesOtherSpellingsOfThePathToTheOrdinaryWay(String path, int status) {
        assertThat(ways.get(path, List.of()).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "/availability,ACTIVE,/availability,200",
        "/layout,ACTIVE,/layout,200",
        "/seat-states,ACTIVE,/seat-states,200",
        "/seats?section=A,ACTIVE,/seats,200",
        "/seat-states,forged,/seat-states,403"
    })
    void isMeasuredTheSame(String look, String token, String path, int status) {
        ways.areMeasuredTheSame(
                SCHEDULE + look,
                ordinary(SCHEDULE + look),
                List.of(USER, "Queue-Token: " + token),
                "/api/v1/schedules/{scheduleId}" + path,
                status);
    }

    private static String ordinary(String path) {
        return path + (path.contains("?") ? "&" : "?") + "ordinary";
    }

    private static List<String> with(List<String> headers, String... more) {
        var all = new ArrayList<>(headers);
        all.addAll(List.of(more));
        return all;
    }
}
