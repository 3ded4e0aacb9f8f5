package dev.frontrow.app.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.app.edge.EdgeOperations;
import dev.frontrow.app.edge.EdgeTest;
import dev.frontrow.app.edge.Http;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EdgeTest
class GeneralProblemsTests {

    private static final String ORDER = "{\"name\":\"a\",\"amount\":1,\"rows\":1}";

    private final Http http;
    private final EdgeOperations operations;

    GeneralProblemsTests(Http http, EdgeOperations operations) {
        this.http = http;
        this.operations = operations;
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
    @ValueSource(strings = {"text/html", "application/xml", "text/event-stream", "///", "a/b;q=nonsense"})
    void answersNotAcceptableBeforeAnythingHappens(String accept) {
        int orders = operations.orders();

        var answer = http.postAs("alice", "/api/v1/edge/orders", ORDER, "Accept: " + accept);

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.problem()).isEqualTo("not-acceptable");
        assertThat(operations.orders()).isEqualTo(orders);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "nonsense",
                "application/json;charset=UTF-16",
                "application/json;charset=nonsense",
                "multipart/form-data",
                "application/x-www-form-urlencoded"
            })
    void answersUnsupportedMediaType(String contentType) {
        var answer = http.send(
                "POST",
                "/api/v1/edge/orders",
                ORDER,
                "Content-Type: " + contentType,
                "Authorization: Bearer " + http.token("alice"));

        assertThat(answer.problem()).isIn("unsupported-media-type", "invalid-request");
        assertThat(answer.status()).isIn(415, 400);
    }

    @Test
    void answersUnsupportedMediaTypeWithoutContentType() {
        var answer = http.send("POST", "/api/v1/edge/orders", ORDER, "Authorization: Bearer " + http.token("alice"));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.problem()).isEqualTo("unsupported-media-type");
    }

    @Test
    void completesWhatAModuleAnswers() {
        var answer = http.getAs("alice", "/api/v1/edge/refusal?secret=1", "Accept: application/json");

        assertThat(answer.problem()).isEqualTo("forbidden");
        assertThat(answer.json().required("detail").asString()).isEqualTo("said by a module");
        assertThat(answer.json().required("limit").asInt()).isEqualTo(4);
        assertThat(answer.json().required("instance").asString()).isEqualTo("/api/v1/edge/refusal");
    }

    @Test
    void answersAProblemWhereAStreamWasAskedFor() {
        var answer = http.get("/api/v1/concerts/edge/stream", "Accept: text/event-stream");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("forbidden");
    }

    @Test
    void leavesOddHeadersToTheirReaders() {
        var answer = http.getAs("alice", "/api/v1/edge/required?name=a", "Edge-Key: \u0081\u00ff");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void hidesWhatABugSays() {
        var answer = http.get("/api/v1/concerts/edge/failure/bug");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.problem()).isEqualTo("internal-error");
        assertThat(answer.body())
                .doesNotContain("secret", "Secret", "Exception")
                .containsPattern("[0-9a-f]{16}");
    }

    @Test
    void asksToComeBackWhenTheDatabaseIsBusy() {
        var answer = http.get("/api/v1/concerts/edge/failure/deadlock");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("unavailable");
        assertThat(answer.header("Retry-After")).contains("1");
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void refusesTextThatTheDatabaseDoesNotKnow() {
        assertThat(http.get("/api/v1/concerts/edge/text?text=a").status()).isEqualTo(200);

        var answer = http.get("/api/v1/concerts/edge/text?text=a%00");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
    }

    @Test
    void namesInvalidParametersAndHeaders() {
        var answer = http.getAs("alice", "/api/v1/edge/page?row-count=6", "Edge-Key: too-long");

        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.errors())
                .containsExactlyInAnyOrder(
                        "row-count must be less than or equal to 5", "Edge-Key size must be between 0 and 5");
    }

    @ParameterizedTest
    @CsvSource({"limit=x,limit is not valid", "limit=,limit is not valid", "row-count=x,row-count is not valid"})
    void namesParametersOfTheWrongType(String query, String error) {
        assertThat(http.getAs("alice", "/api/v1/edge/page?" + query).errors()).containsExactly(error);
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(http.getAs("alice", "/api/v1/edge/required", "Edge-Key: a").errors())
                .containsExactly("name is required");
        assertThat(http.getAs("alice", "/api/v1/edge/required?name=a").errors())
                .containsExactly("Edge-Key is required");
    }

    @Test
    void namesInvalidFieldsInEnglish() {
        var answer = http.postAs(
                "alice",
                "/api/v1/edge/orders",
                "{\"name\":\"\",\"amount\":0,\"rows\":1,\"parts\":[{\"label\":\"a\"},{\"label\":\"too long\"}]}",
                "Accept-Language: de");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors())
                .containsExactlyInAnyOrder(
                        "name size must be between 1 and 10",
                        "amount must be greater than or equal to 1",
                        "parts[1].label size must be between 1 and 5");
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

    @Test
    void answersTooLargeHeadersAsAProblem() {
        var answer = http.get("/api/v1/concerts/edge/open", "Big: " + "a".repeat(100_000));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
    }

    @Test
    void refusesTraceAsAMethod() {
        var answer = http.send("TRACE", "/api/v1/concerts/edge/open", "");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.problem()).isEqualTo("method-not-allowed");
    }
}
