package dev.frontrow.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import dev.frontrow.app.edge.EdgeTest;
import dev.frontrow.app.edge.Http;
import dev.frontrow.app.edge.Http.Answer;
import jakarta.servlet.Filter;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Whoever carries an access token is answered as by all of the security's filters, by fewer of them. All of them stand before
 * those who write the scheme in small letters.
 */
@EdgeTest
class BearerFilterTests {

    private final Http http;
    private final SecurityFilterChain shortFilterChain;
    private final SecurityFilterChain securityFilterChain;
    private final RSAKey key;

    BearerFilterTests(
            Http http, SecurityFilterChain shortFilterChain, SecurityFilterChain securityFilterChain, RSAKey key) {
        this.http = http;
        this.shortFilterChain = shortFilterChain;
        this.securityFilterChain = securityFilterChain;
        this.key = key;
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/edge/me,200",
        "HEAD,/api/v1/edge/me,200",
        "GET,/api/v1/admin/edge/me,403",
        "GET,/api/v1/concerts/edge/open,200",
        "POST,/api/v1/edge/orders,415",
        "DELETE,/api/v1/edge/me,405",
        "GET,/api/v1/nowhere,404",
        "GET,/actuator/metrics,403"
    })
    void answersAsAllFiltersDoTheFirstTimeAndAgain(String method, String path, int status) {
        var token = http.token("reader for " + method + path);
        assertThat(shortFilterChain.matches(request(method, path, "Bearer " + token)))
                .isTrue();

        var first = http.send(method, path, "", "Authorization: Bearer " + token);
        var again = http.send(method, path, "", "Authorization: Bearer " + token);
        var byAll = http.send(method, path, "", "Authorization: bearer " + token);

        assertThat(byAll.status()).isEqualTo(status);
        assertSame(first, byAll);
        assertSame(again, byAll);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "a.b.c",
                "two words",
                "of=another=form",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbnlib2R5In0."
            })
    void refusesATokenThatIsNotValidAsAllFiltersDo(String token) {
        var byAll = http.get("/api/v1/edge/me", "Authorization: bearer " + token);

        assertThat(byAll.status()).isEqualTo(401);
        assertSame(http.get("/api/v1/edge/me", "Authorization: Bearer " + token), byAll);
    }

    @Test
    void refusesATokenThatIsBoundToAKeyAsAllFiltersDo() throws JOSEException {
        var claims = JwtClaimsSet.builder()
                .issuer("frontrow-demo")
                .subject("ann")
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plusSeconds(600))
                .claim("cnf", Map.of("jkt", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"));

        refusesATokenThatIsNotValidAsAllFiltersDo(
                NimbusJwtEncoder.withKeyPair(key.toRSAPublicKey(), key.toRSAPrivateKey())
                        .build()
                        .encode(JwtEncoderParameters.from(claims.build()))
                        .getTokenValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems", "/actuator/health", "/api/v1/demo/login"})
    void takesNoNoticeOfItWhereNoneCounts(String path) {
        assertThat(shortFilterChain.matches(request("GET", path, "Bearer " + http.token("reader of " + path))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "bearer a.b.c", "Basic a.b.c"})
    void leavesEverythingElseToAllFilters(String authorization) {
        assertThat(shortFilterChain.matches(request("GET", "/api/v1/edge/me", authorization)))
                .isFalse();
    }

    @Test
    void decidesByTheOrdinaryFilters() {
        var deciding = shortFilterChain.getFilters();

        assertThat(deciding).hasSizeLessThan(securityFilterChain.getFilters().size() / 2);
        assertThat(securityFilterChain.getFilters())
                .endsWith(deciding.subList(1, deciding.size()).toArray(Filter[]::new));
    }

    private static MockHttpServletRequest request(String method, String path, String authorization) {
        var request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        if (!authorization.isEmpty()) {
            request.addHeader("Authorization", authorization);
        }
        return request;
    }

    private static void assertSame(Answer answer, Answer other) {
        assertThat(answer.status()).isEqualTo(other.status());
        assertThat(headers(answer)).isEqualTo(headers(other));
        assertThat(answer.body()).isEqualTo(other.body());
    }

    private static Map<String, Object> headers(Answer answer) {
        var headers = new TreeMap<String, Object>(answer.headers());
        headers.keySet().removeIf("date"::equalsIgnoreCase);
        return headers;
    }
}
