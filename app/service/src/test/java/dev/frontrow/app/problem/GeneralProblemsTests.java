package dev.frontrow.app.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.app.edge.EdgeTest;
import dev.frontrow.app.edge.Http;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@EdgeTest
class GeneralProblemsTests {

    private final Http http;

    GeneralProblemsTests(Http http) {
        this.http = http;
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/nothing",
        "/api/v1/concerts/edge/nothing/at/all",
        "/api/v1/admin/nothing",
        "/nothing",
        "/error",
        "/problems/nothing"
    })
    void answersNotFoundWhereNothingIs(String path) {
        var answer = http.get(path, "Accept: text/html");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("not-found");
        assertThat(answer.json().required("instance").asString()).isEqualTo(path);
    }

    @Test
    void answersNotFoundToAnyMethodWhereNothingIs() {
        assertThat(http.send("POST", "/api/v1/nothing", "{}").problem()).isEqualTo("not-found");
        assertThat(http.send("DELETE", "/nothing", "").problem()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/api/v1/concerts/edge/open,GET",
        "FOO,/api/v1/concerts/edge/open,GET",
        "DELETE,/api/v1/edge/orders,POST",
        "DELETE,/api/v1/admin/edge/me,GET",
        "GET,/api/v1/demo/login,POST"
    })
    void answersMethodNotAllowedToAnybody(String method, String path, String allowed) {
        var answer = http.send(method, path, "");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.problem()).isEqualTo("method-not-allowed");
        assertThat(answer.header("Allow").orElseThrow()).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "a=1&a=2", "a"})
    void readsNoFormBeforeItIsKnownWhoAsks(String form) {
        var anybody =
                http.send("DELETE", "/api/v1/reservations/x", form, "Content-Type: application/x-www-form-urlencoded");
        var somebody = http.send(
                "DELETE",
                "/api/v1/reservations/x",
                form,
                "Content-Type: application/x-www-form-urlencoded",
                "Authorization: Bearer " + http.token("alice"));

        assertThat(anybody.problem()).isEqualTo("unauthenticated");
        assertThat(somebody.problem()).isEqualTo("reservation-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/nothing", "/problems/nothing"})
    void readsNoFilesWhereNobodyTakesAny(String path) {
        var answer = http.send("POST", path, "no part of a form", "Content-Type: multipart/form-data");

        assertThat(answer.status()).isIn(404, 405);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 100_000})
    void refusesMoreParametersThanAnyOperationHas(int parameters) {
        var answer = http.get("/api/v1/concerts?" + "a&".repeat(parameters));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
    }

    @Test
    void refusesTextThatTheDatabaseDoesNotKnow() {
        assertThat(http.get("/api/v1/concerts/edge/text?text=a").status()).isEqualTo(200);

        var answer = http.get("/api/v1/concerts/edge/text?text=a%00");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/concerts%00 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/v1/concerts%2fa HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/v1/%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/v1//concerts HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /api/v1/concerts;a=b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /api/v1/[a] HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /api/v1/<a> HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /api/v1/concerts HTTP/1.1\r\n\r\n",
                "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n",
                "GET /api/v1/concerts/edge/open HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /api/v1/concerts/edge/text?text=%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "POST /api/v1/demo/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: nonsense\r\n\r\n",
                "GET /api/v1/concerts/edge/open HTTP/9.9\r\nHost: a\r\n\r\n",
                "GET /api/v1/concerts/edge/open HTTP/1.1\r\nHost: a\r\nAccept: \u0001\r\nConnection: close\r\n\r\n"
            })
    void answersMalformedRequestsAsProblems(String request) {
        var answer = http.raw(request.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.body()).doesNotContain("apache", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/concerts%00 HTTP/1.1\r\nHost: a\r\nORIGIN\r\n\r\n",
                "GET /api/v1//concerts HTTP/1.1\r\nHost: a\r\nORIGIN\r\nConnection: close\r\n\r\n",
                "GET /api/v1/[a] HTTP/1.1\r\nHost: a\r\nORIGIN\r\nConnection: close\r\n\r\n",
                "GET /api/v1/nothing HTTP/1.1\r\nHost: a\r\nORIGIN\r\nConnection: close\r\n\r\n",
                "GET /api/v1/reservations HTTP/1.1\r\nHost: a\r\nORIGIN\r\nConnection: close\r\n\r\n",
                "GET /api/v1/queue-tokens/current HTTP/1.1\r\nHost: a\r\nORIGIN\r\nConnection: close\r\n\r\n",
                "GET /api/v1/concerts/edge/failing HTTP/1.1\r\nHost: a\r\nORIGIN\r\nConnection: close\r\n\r\n",
                "DELETE /api/v1/concerts HTTP/1.1\r\nHost: a\r\nORIGIN\r\nConnection: close\r\n\r\n",
                "POST /api/v1/demo/login HTTP/1.1\r\nHost: a\r\nORIGIN\r\nTransfer-Encoding: nonsense\r\n\r\n",
                "POST /api/v1/demo/login HTTP/1.1\r\nHost: a\r\nORIGIN\r\nContent-Length: 1048577\r\nConnection: close\r\n\r\nBODY",
                "GET /api/v1/concerts HTTP/1.1\r\nHost: a\r\nORIGIN\r\nBig: LARGE\r\n\r\n"
            })
    void letsAnAllowedPageReadWhateverIsRefused(String request) {
        var allowed = from("https://tickets.example", request);
        var other = from("https://elsewhere.example", request);

        assertThat(allowed.status()).isBetween(400, 599);
        assertThat(allowed.problem()).isNotEmpty();
        assertThat(allowed.headers().get("Access-Control-Allow-Origin")).containsExactly("https://tickets.example");
        assertThat(allowed.headers().get("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(allowed.headers().get("Cache-Control")).containsExactly("no-store");
        assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void refusesAMalformedQueryOfALookAsAnyOther() {
        var answer = http.get(
                "/api/v1/schedules/0b5d9f0e-3f0c-4a0c-8a55-7f3f1c1f2a10/layout?%zz", "Origin: https://tickets.example");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.headers().get("Access-Control-Allow-Origin")).containsExactly("https://tickets.example");
        assertThat(answer.headers().get("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().get("Cache-Control")).containsExactly("no-store");
    }

    private Http.Answer from(String origin, String request) {
        return http.raw(request.replace("ORIGIN", "Origin: " + origin)
                .replace("LARGE", "a".repeat(100_000))
                .replace("BODY", "a".repeat(1024 * 1024 + 1))
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void answersTooLargeHeadersAsAProblem() {
        var answer = http.get("/api/v1/concerts/edge/open", "Big: " + "a".repeat(100_000));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Prefix: /shop", "X-Forwarded-Host: elsewhere.example", "Forwarded: host=a"})
    void believesNoProxyThatItWasNotToldOf(String forged) {
        assertThat(http.get("/api/v1/nothing", forged).problem()).isEqualTo("not-found");
        assertThat(http.get("/docs", forged).header("Location")).contains("/docs/index.html");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void logsNothingOfWhatClientsGetWrong(CapturedOutput log) {
        assertThat(http.get("/api/v1/nothing", "Accept: nonsense").status()).isBetween(400, 499);
        assertThat(http.get("/", "Accept: nonsense").status()).isBetween(200, 499);

        assertThat(log).doesNotContain("WARN", "ERROR");
    }

    @Test
    void refusesTraceAsAMethod() {
        var answer = http.send("TRACE", "/api/v1/concerts/edge/open", "");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.problem()).isEqualTo("method-not-allowed");
    }
}
