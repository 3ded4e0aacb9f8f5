package dev.frontrow.edge.request;

import static dev.frontrow.edge.Answers.body;
import static dev.frontrow.edge.Answers.errors;
import static dev.frontrow.edge.Answers.json;
import static dev.frontrow.edge.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.edge.EdgeTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@EdgeTest
class StrictJsonTests {

    private static final String ORDERS = "/api/v1/edge/orders";

    private final MockMvcTester mvc;
    private final JsonMapper shared;

    StrictJsonTests(MockMvcTester mvc, JsonMapper shared) {
        this.mvc = mvc;
        this.shared = shared;
    }

    @Test
    void takesAWellFormedOrder() {
        var order = "{\"name\":\"\uD83C\uDFB8\",\"amount\":9007199254740993,\"rows\":1,\"gift\":true,"
                + "\"at\":\"2026-12-24T19:00:00+09:00\",\"seats\":[],\"color\":\"RED\",\"parts\":null}";

        var answer = send(order);

        assertThat(answer).hasStatusOk();
        assertThat(json(answer).required("amount").asLong()).isEqualTo(9007199254740993L);
        assertThat(json(answer).required("at").asString()).isEqualTo("2026-12-24T10:00:00Z");
        assertThat(json(answer).required("name").asString()).isEqualTo("\uD83C\uDFB8");
        assertThat(json(answer).required("parts").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"unknown\":1|unknown is not a known property",
                "\"amount\":\"100\"|amount must be an integer within its range",
                "\"amount\":1.5|amount must be an integer within its range",
                "\"amount\":1.0|amount must be an integer within its range",
                "\"amount\":1e2|amount must be an integer within its range",
                "\"amount\":9223372036854775808|amount is out of range",
                "\"amount\":\"\"|amount must be an integer within its range",
                "\"amount\":true|amount must be an integer within its range",
                "\"amount\":[1]|amount must be an integer within its range",
                "\"amount\":{}|amount must be an integer within its range",
                "\"rows\":null|rows must be an integer within its range",
                "\"rows\":2147483648|rows is out of range",
                "\"name\":1|name must be a text",
                "\"name\":1.5|name must be a text",
                "\"name\":true|name must be a text",
                "\"name\":[\"a\"]|name must be a text",
                "\"name\":{}|name must be a text",
                "\"name\":\"a\\u0000\"|name must not contain NUL or half of a surrogate pair",
                "\"name\":\"a\\ud800\"|name must not contain NUL or half of a surrogate pair",
                "\"name\":\"\\udc00\\ud800\"|name must not contain NUL or half of a surrogate pair",
                "\"gift\":\"true\"|gift must be true or false",
                "\"gift\":1|gift must be true or false",
                "\"at\":1700000000|at must be an instant such as 2026-12-24T10:00:00Z",
                "\"at\":\"1700000000\"|at must be an instant such as 2026-12-24T10:00:00Z",
                "\"at\":\"2026-12-24\"|at must be an instant such as 2026-12-24T10:00:00Z",
                "\"at\":\"2026-02-30T10:00:00Z\"|at must be an instant such as 2026-12-24T10:00:00Z",
                "\"at\":\"+999999999-01-01T00:00:00Z\"|at must be an instant such as 2026-12-24T10:00:00Z",
                "\"at\":\"\"|at must be an instant such as 2026-12-24T10:00:00Z",
                "\"color\":0|color must be one of RED, BLUE",
                "\"color\":\"red\"|color must be one of RED, BLUE",
                "\"color\":\"\"|color must be one of RED, BLUE",
                "\"seats\":\"a\"|seats must be an array",
                "\"seats\":\"\"|seats must be an array",
                "\"seats\":[1]|seats[0] must be a text",
                "\"seats\":[\"a\",\"\\ud800\"]|seats[1] must not contain NUL or half of a surrogate pair",
                "\"parts\":[{\"label\":\"a\"},{\"label\":1}]|parts[1].label must be a text",
                "\"parts\":[{\"label\":\"a\",\"more\":1}]|parts[0].more is not a known property",
                "\"parts\":[\"a\"]|parts[0] must be an object",
                "\"parts\":[[]]|parts[0] must be an object"
            })
    void refusesWhatIsNotExactlyAsDescribed(String member, String error) {
        var name = member.substring(0, member.indexOf(':'));
        var others = new StringBuilder();
        if (!name.equals("\"name\"")) {
            others.append(",\"name\":\"a\"");
        }
        if (!name.equals("\"amount\"")) {
            others.append(",\"amount\":1");
        }
        if (!name.equals("\"rows\"")) {
            others.append(",\"rows\":1");
        }

        var answer = send("{" + member + others + "}");

        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(errors(answer)).containsExactly(error);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"a\",\"name\":\"a\",\"amount\":1,\"rows\":1}",
                "{\"name\":\"a\",\"amount\":1,\"rows\":1,\"amount\":1}",
                "{\"name\":\"a\",\"amount\":1,\"rows\":1,\"parts\":[{\"label\":\"a\",\"label\":\"a\"}]}",
            })
    void refusesAPropertyGivenTwice(String body) {
        assertThat(errors(send(body))).hasSize(1).first().asString().endsWith("twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"\"",
                "1",
                "{",
                "}",
                "nonsense",
                "{'name':'a','amount':1,\"rows\":1}",
                "{\"name\":\"a\",\"amount\":1,\"rows\":1,}",
                "{\"name\":\"a\",\"amount\":1,\"rows\":1} x",
                "{\"name\":\"a\",\"amount\":1,\"rows\":1}{}",
                "{\"name\":\"a\",\"amount\":01,\"rows\":1}",
                "{\"name\":\"a\",\"amount\":NaN,\"rows\":1}",
                "{\"name\":\"a\",\"amount\":1,\"rows\":1,\"\\ud800\":1}",
                "{\"name\":\"a\\\nb\",\"amount\":1,\"rows\":1}",
                "// x\n{\"name\":\"a\",\"amount\":1,\"rows\":1}"
            })
    void refusesWhatIsNoOrder(String body) {
        var answer = send(body);

        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(errors(answer)).hasSize(1);
        assertThat(body(answer)).doesNotContain("jackson", "Exception", "dev.frontrow");
    }

    @Test
    void refusesEndlessNestingAndNumbers() {
        var nested = "{\"parts\":" + "[".repeat(100_000);
        var digits = "{\"amount\":" + "1".repeat(100_000) + "}";
        var exponent = "{\"amount\":1e999999999}";

        assertThat(problem(send(nested))).isEqualTo("invalid-request");
        assertThat(problem(send(digits))).isEqualTo("invalid-request");
        assertThat(problem(send(exponent))).isEqualTo("invalid-request");
    }

    @Test
    void refusesOtherEncodings() {
        var order = "{\"name\":\"\u00e4\",\"amount\":1,\"rows\":1}";

        assertThat(send(order)).hasStatusOk();
        for (var charset : new String[] {"ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-32"}) {
            var answer = send(order.getBytes(Charset.forName(charset)));

            assertThat(errors(answer)).as(charset).containsExactly("$ is not UTF-8");
        }
    }

    @Test
    void leavesTheSharedMapperLenient() {
        var read = shared.readValue("{\"label\":\"a\",\"added\":\"later\"}", Stored.class);

        assertThat(read).isEqualTo(new Stored("a"));
    }

    private MvcTestResult send(String body) {
        return send(body.getBytes(StandardCharsets.UTF_8));
    }

    private MvcTestResult send(byte[] body) {
        return mvc.post()
                .uri(ORDERS)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    record Stored(String label) {}
}
