package dev.frontrow.edge.problem;

import static dev.frontrow.edge.Answers.body;
import static dev.frontrow.edge.Answers.errors;
import static dev.frontrow.edge.Answers.json;
import static dev.frontrow.edge.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.edge.EdgeOperations;
import dev.frontrow.edge.EdgeTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EdgeTest
class GeneralProblemsTests {

    private static final String ORDER = "{\"name\":\"a\",\"amount\":1,\"rows\":1}";

    private final MockMvcTester mvc;
    private final EdgeOperations operations;

    GeneralProblemsTests(MockMvcTester mvc, EdgeOperations operations) {
        this.mvc = mvc;
        this.operations = operations;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/nothing", "/error", "/problems/nothing"})
    void answersNotFoundWhereNothingIs(String path) {
        assertThat(problem(get(path, "Accept", "text/html"))).isEqualTo("not-found");
    }

    @ParameterizedTest
    @CsvSource({"PUT,/api/v1/edge/open,GET", "FOO,/api/v1/edge/open,GET", "DELETE,/api/v1/edge/orders,POST"})
    void answersMethodNotAllowedWithThoseThatAre(String method, String path, String allowed) {
        var answer = mvc.method(HttpMethod.valueOf(method)).uri(path).exchange();

        assertThat(problem(answer)).isEqualTo("method-not-allowed");
        assertThat(answer.getResponse().getHeader("Allow")).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xml",
                "text/event-stream",
                "application/json;q=0",
                "application/json;charset=UTF-16",
                "///",
                "a/b;q=nonsense"
            })
    void answersNotAcceptableBeforeAnythingHappens(String accept) {
        int orders = operations.orders();

        var answer = post(ORDER, "application/json", accept);

        assertThat(problem(answer)).isEqualTo("not-acceptable");
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
        assertThat(problem(post(ORDER, contentType, "*/*"))).isIn("unsupported-media-type", "invalid-request");
    }

    @Test
    void answersUnsupportedMediaTypeWithoutContentType() {
        assertThat(problem(mvc.post().uri("/api/v1/edge/orders").content(ORDER).exchange()))
                .isEqualTo("unsupported-media-type");
    }

    @Test
    void leavesOddHeadersToTheirReaders() {
        assertThat(get("/api/v1/edge/required?name=a", "Edge-Key", "\u0081\u00ff"))
                .hasStatusOk();
    }

    @Test
    void hidesWhatABugSays() {
        var answer = get("/api/v1/edge/failure/bug");

        assertThat(answer).hasStatus(HttpStatus.INTERNAL_SERVER_ERROR);
        assertThat(problem(answer)).isEqualTo("internal-error");
        assertThat(body(answer)).doesNotContain("secret", "Secret", "Exception").containsPattern("[0-9a-f]{16}");
    }

    @Test
    void asksToComeBackWhenTheDatabaseIsBusy() {
        var answer = get("/api/v1/edge/failure/deadlock");

        assertThat(answer).hasStatus(HttpStatus.SERVICE_UNAVAILABLE).hasHeader("Retry-After", "1");
        assertThat(problem(answer)).isEqualTo("unavailable");
        assertThat(body(answer)).doesNotContain("secret");
    }

    @Test
    void namesInvalidParametersAndHeaders() {
        assertThat(errors(get("/api/v1/edge/page?row-count=6", "Edge-Key", "too-long")))
                .containsExactlyInAnyOrder(
                        "row-count must be less than or equal to 5", "Edge-Key size must be between 0 and 5");
    }

    @ParameterizedTest
    @CsvSource({"limit=x,limit is not valid", "row-count=x,row-count is not valid"})
    void namesParametersOfTheWrongType(String query, String error) {
        assertThat(errors(get("/api/v1/edge/page?" + query))).containsExactly(error);
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(errors(get("/api/v1/edge/required", "Edge-Key", "a"))).containsExactly("name is required");
        assertThat(errors(get("/api/v1/edge/required?name=a"))).containsExactly("Edge-Key is required");
    }

    @Test
    void namesInvalidFieldsInEnglish() {
        var answer = mvc.post()
                .uri("/api/v1/edge/orders")
                .header("Content-Type", "application/json")
                .header("Accept-Language", "de")
                .content(
                        "{\"name\":\"\",\"amount\":0,\"rows\":1,\"parts\":[{\"label\":\"a\"},{\"label\":\"too long\"}]}")
                .exchange();

        assertThat(json(answer).required("detail").asString())
                .isEqualTo("The request is malformed; errors says where.");
        assertThat(errors(answer))
                .containsExactlyInAnyOrder(
                        "name size must be between 1 and 10",
                        "amount must be greater than or equal to 1",
                        "parts[1].label size must be between 1 and 5");
    }

    private MvcTestResult get(String path, String... header) {
        var request = mvc.get().uri(path);
        return (header.length == 0 ? request : request.header(header[0], header[1])).exchange();
    }

    private MvcTestResult post(String body, String contentType, String accept) {
        return mvc.post()
                .uri("/api/v1/edge/orders")
                .header("Content-Type", contentType)
                .header("Accept", accept)
                .content(body)
                .exchange();
    }
}
