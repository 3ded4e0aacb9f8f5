package dev.frontrow.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.app.edge.EdgeTest;
import dev.frontrow.app.edge.Http;
import dev.frontrow.app.security.demo.DemoLogin;
import dev.frontrow.edge.Access;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@EdgeTest
class AccessTests {

    private final Http http;
    private final RequestMappingHandlerMapping mappings;
    private final KnownOperations known;

    AccessTests(
            Http http,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            KnownOperations known) {
        this.http = http;
        this.mappings = mappings;
        this.known = known;
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/concerts,OPEN",
        "GET,/api/v1/concerts/{concertId},OPEN",
        "GET,/api/v1/schedules/{scheduleId}/availability,OPEN",
        "GET,/api/v1/schedules/{scheduleId}/layout,OPEN",
        "GET,/api/v1/schedules/{scheduleId}/seats,USER",
        "GET,/api/v1/schedules/{scheduleId}/seat-states,USER",
        "GET,/api/v1/queue-tokens/current,OPEN",
        "GET,/api/v1/queue-tokens/current/events,OPEN",
        "POST,/api/v1/queue-tokens,USER",
        "DELETE,/api/v1/queue-tokens/current,USER",
        "POST,/api/v1/reservations,USER",
        "POST,/api/v1/admin/concerts,ADMIN",
        "GET,/api/v1/admin/concerts,ADMIN",
        "PATCH,/api/v1/admin/concerts/{concertId},ADMIN",
        "PATCH,/api/v1/admin/queues/{concertId},ADMIN",
        "GET,/api/v1/admin/integrity,ADMIN",
        "POST,/api/v1/demo/login,OPEN",
        "GET,/problems,OPEN"
    })
    void knowsWhoMayDoWhat(String method, String path, Access access) {
        var operation = mappings.getHandlerMethods().entrySet().stream()
                .filter(mapped -> mapped.getKey().getPatternValues().contains(path))
                .filter(mapped ->
                        mapped.getKey().getMethodsCondition().getMethods().contains(RequestMethod.valueOf(method)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();

        assertThat(Access.of(operation.getMethod(), operation.getBeanType())).isEqualTo(access);
    }

    @Test
    void knowsWhatIsOpenBelowAContextPathToo() {
        var request = new MockHttpServletRequest("GET", "/shop/api/v1/concerts");
        request.setContextPath("/shop");

        assertThat(known.isOpen(request)).isTrue();
    }

    @Test
    void opensNoOperationThatBelongsToSomebodyByThePathOfAnother() {
        mappings.getHandlerMethods().forEach((mapping, operation) -> {
            if (Access.of(operation.getMethod(), operation.getBeanType()) != Access.OPEN) {
                for (var path : mapping.getPatternValues()) {
                    for (var method : mapping.getMethodsCondition().getMethods()) {
                        var request = new MockHttpServletRequest(method.name(), path.replaceAll("[{}]", ""));
                        assertThat(known.isOpen(request))
                                .as(method + " " + path)
                                .isFalse();
                    }
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/problems",
                "/v3/api-docs",
                "/swagger-ui/index.html",
                "/actuator/health",
                "/api/v1/concerts/edge/open"
            })
    void letsAnybodyRead(String path) {
        assertThat(http.get(path).status()).isEqualTo(200);
        assertThat(http.send("HEAD", path, "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"GET,/api/v1/edge/me", "POST,/api/v1/edge/orders", "GET,/api/v1/admin/edge/me", "GET,/actuator/metrics"
    })
    void challengesWhoIsNotLoggedIn(String method, String path) {
        var answer = http.send(method, path, "");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).contains("Bearer realm=\"frontrow\"");
    }

    @Test
    void refusesABearerThatIsNotValidOnEveryOperation() {
        mappings.getHandlerMethods().forEach((mapping, operation) -> {
            for (var path : mapping.getPatternValues()) {
                for (var method : mapping.getMethodsCondition().getMethods()) {
                    if (path.startsWith(Access.API) && !path.equals(DemoLogin.PATH)) {
                        var answer = http.send(
                                method.name(), path.replaceAll("[{}]", ""), "", "Authorization: Bearer nonsense");
                        assertThat(answer.status()).as(method + " " + path).isEqualTo(401);
                        assertThat(answer.header("WWW-Authenticate").orElseThrow())
                                .contains("error=\"invalid_token\"");
                    }
                }
            }
        });
        assertThat(http.get("/api/v1/nowhere", "Authorization: Bearer nonsense").status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/problems",
                "/problems/forbidden",
                "/v3/api-docs",
                "/swagger-ui/index.html",
                "/actuator/health",
                "/actuator/health/liveness"
            })
    void takesNoNoticeOfABearerWhereThereIsNoOperation(String path) {
        assertThat(http.get(path, "Authorization: Bearer nonsense").status()).isEqualTo(200);
    }

    @Test
    void letsAUserDoWhatUsersMay() {
        var answer = http.getAs("alice", "/api/v1/edge/me");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().required("user").asString()).isEqualTo("alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/admin/edge/me", "/actuator/metrics"})
    void keepsUsersFromWhatAdminsMay(String path) {
        var answer = http.getAs("alice", path);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("forbidden");
        assertThat(answer.header("WWW-Authenticate").orElseThrow()).contains("insufficient_scope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/admin/edge/me", "/api/v1/edge/me", "/actuator/metrics"})
    void letsAnAdminDoBoth(String path) {
        var answer = http.get(path, "Authorization: Bearer " + http.adminToken("root"));

        assertThat(answer.status()).isIn(200, 404);
    }

    @Test
    void keepsNoSession() {
        var answer = http.getAs("alice", "/api/v1/edge/me");

        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void sendsSensibleHeaders() {
        var answer = http.getAs("alice", "/api/v1/edge/me");

        assertThat(answer.header("Cache-Control")).contains("private, no-cache");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("X-Frame-Options")).contains("DENY");
        assertThat(answer.header("Content-Security-Policy").orElseThrow()).contains("frame-ancestors 'none'");
    }

    @Test
    void leavesCachingToTheOperation() {
        var answer = http.getAs("alice", "/api/v1/edge/cached");

        assertThat(answer.headers().get("Cache-Control")).containsExactly("private, no-cache");
        assertThat(answer.header("Pragma")).isEmpty();

        var again = http.getAs("alice", "/api/v1/edge/cached", "If-None-Match: W/\"1\"");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.headers().get("Cache-Control")).containsExactly("private, no-cache");
    }

    @Test
    void exposesItsHeadersToAllowedPages() {
        var answer = http.get("/api/v1/concerts/edge/open", "Origin: https://tickets.example");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).contains("https://tickets.example");
        assertThat(answer.header("Access-Control-Expose-Headers"))
                .contains("Location, Retry-After, ETag, Idempotency-Replayed");
    }

    @Test
    void answersThePreflightOfAllowedPages() {
        var answer = http.send(
                "OPTIONS",
                "/api/v1/edge/orders",
                "",
                "Origin: https://tickets.example",
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: authorization,queue-token,idempotency-key");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Headers").orElseThrow()).contains("queue-token");
    }

    @Test
    void refusesOtherPages() {
        var answer = http.send(
                "OPTIONS",
                "/api/v1/edge/orders",
                "",
                "Origin: https://elsewhere.example",
                "Access-Control-Request-Method: POST");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("forbidden");
    }
}
