package dev.frontrow.edge.request;

import static dev.frontrow.edge.Answers.body;
import static dev.frontrow.edge.Answers.errors;
import static dev.frontrow.edge.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.edge.Cursor;
import dev.frontrow.edge.EdgeTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EdgeTest
class RequestParametersTests {

    private final MockMvcTester mvc;

    RequestParametersTests(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @Test
    void tellWhoAsks() {
        assertThat(body(mvc.get()
                        .uri("/api/v1/edge/me")
                        .principal(() -> "\u304a\u5ba2\u69d8")
                        .exchange()))
                .isEqualTo("{\"user\":\"\u304a\u5ba2\u69d8\"}");
    }

    @Test
    void knowNobodyWhereNobodyWasLetIn() {
        assertThat(problem(mvc.get().uri("/api/v1/edge/me").exchange())).isEqualTo("internal-error");
    }

    @Test
    void bringAKeyOrNone() {
        assertThat(keyed("/api/v1/edge/perhaps-keyed")).hasStatus(HttpStatus.CREATED);
        assertThat(body(keyed("/api/v1/edge/perhaps-keyed"))).isEqualTo("{\"key\":null}");
        assertThat(body(keyed("/api/v1/edge/perhaps-keyed", "a,b"))).isEqualTo("{\"key\":\"a,b\"}");
        assertThat(problem(keyed("/api/v1/edge/keyed"))).isEqualTo("idempotency-key-required");
        assertThat(keyed("/api/v1/edge/keyed", "k".repeat(255))).hasStatus(HttpStatus.CREATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "caf\u00e9", "a\u007f", "\u304a"})
    void refuseAMalformedKey(String key) {
        assertThat(errors(keyed("/api/v1/edge/perhaps-keyed", key))).containsExactly("Idempotency-Key is not valid");
    }

    @Test
    void refuseAKeyThatIsTooLongOrGivenTwice() {
        assertThat(errors(keyed("/api/v1/edge/keyed", "k".repeat(256))))
                .containsExactly("Idempotency-Key is not valid");
        assertThat(errors(keyed("/api/v1/edge/keyed", "a", "a"))).containsExactly("Idempotency-Key is not valid");
    }

    @Test
    void bringTheFirstPageOfTwentyUnlessAskedOtherwise() {
        assertThat(body(list(""))).contains("\"limit\":20", "\"before\":" + Long.MAX_VALUE);
        assertThat(body(list("?limit=100&cursor=" + Cursor.of(7)))).contains("\"limit\":100", "\"before\":7");
        assertThat(body(list("?limit=1&other=x"))).contains("\"limit\":1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "01",
                "101",
                "-1",
                "%2B1",
                "1.0",
                "1e1",
                "x",
                "%201",
                "1%20",
                "%EF%BC%91",
                "99999999999",
                "%00"
            })
    void refuseALimitThatIsNotPlainlyOneToAHundred(String limit) {
        assertThat(errors(list("?limit=" + limit))).containsExactly("limit is not valid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%25%25", "MA", "LTE", "eA", "MQ==", "MQ%20", "%EF%BC%AD", "%F0%9F%8E%AB", "%00"})
    void refuseACursorThatIsNoneOfOurs(String cursor) {
        assertThat(errors(list("?cursor=" + cursor))).containsExactly("cursor is not valid");
    }

    @Test
    void refuseAHugeCursor() {
        assertThat(errors(list("?cursor=" + "MTEx".repeat(50_000)))).containsExactly("cursor is not valid");
    }

    private MvcTestResult keyed(String path, Object... keys) {
        var request = mvc.post().uri(path);
        return (keys.length == 0 ? request : request.header("Idempotency-Key", keys)).exchange();
    }

    private MvcTestResult list(String query) {
        return mvc.get().uri(URI.create("/api/v1/edge/list" + query)).exchange();
    }
}
