package dev.frontrow.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.app.edge.EdgeTest;
import dev.frontrow.app.edge.Http;
import dev.frontrow.app.edge.Http.Answer;
import jakarta.servlet.Filter;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.SecurityFilterChain;

/** Whoever comes again with the same access token is answered as the first time, by fewer filters. */
@EdgeTest
class RememberedBearerFilterTests {

    private final Http http;
    private final SecurityFilterChain shortFilterChain;
    private final SecurityFilterChain securityFilterChain;

    RememberedBearerFilterTests(
            Http http, SecurityFilterChain shortFilterChain, SecurityFilterChain securityFilterChain) {
        this.http = http;
        this.shortFilterChain = shortFilterChain;
        this.securityFilterChain = securityFilterChain;
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
    void answersTheSecondTimeAsTheFirst(String method, String path, int status) {
        var bearer = "Authorization: Bearer " + http.token("again for " + method + path);

        var first = http.send(method, path, "", bearer);
        assertThat(shortFilterChain.matches(request(method, path, bearer))).isTrue();
        var second = http.send(method, path, "", bearer);

        assertThat(second.status()).isEqualTo(first.status()).isEqualTo(status);
        assertThat(headers(second)).isEqualTo(headers(first));
        assertThat(second.body()).isEqualTo(first.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems", "/actuator/health", "/api/v1/demo/login"})
    void takesNoNoticeOfItWhereNoneCounts(String path) {
        var bearer = "Authorization: Bearer " + http.token("reader of " + path);
        http.get("/api/v1/edge/me", bearer);

        assertThat(shortFilterChain.matches(request("GET", path, bearer))).isFalse();
    }

    @Test
    void leavesATokenThatWasNeverVerifiedToTheOrdinaryFilters() {
        assertThat(shortFilterChain.matches(request("GET", "/api/v1/edge/me", "Authorization: Bearer never-seen")))
                .isFalse();
        assertThat(shortFilterChain.matches(new MockHttpServletRequest("GET", "/api/v1/edge/me")))
                .isFalse();
    }

    @Test
    void decidesByTheOrdinaryFilters() {
        var deciding = shortFilterChain.getFilters();

        assertThat(deciding).hasSizeLessThan(securityFilterChain.getFilters().size() / 2);
        assertThat(securityFilterChain.getFilters())
                .endsWith(deciding.subList(1, deciding.size()).toArray(Filter[]::new));
    }

    private static MockHttpServletRequest request(String method, String path, String header) {
        var request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.addHeader("Authorization", header.substring("Authorization: ".length()));
        return request;
    }

    private static Map<String, Object> headers(Answer answer) {
        var headers = new TreeMap<String, Object>(answer.headers());
        headers.remove("date");
        headers.remove("Date");
        return headers;
    }
}
