package dev.frontrow.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers. */
public final class Answers {

    private static final JsonMapper JSON = new JsonMapper();

    private Answers() {}

    public static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    public static JsonNode json(MvcTestResult answer) {
        return JSON.readTree(body(answer));
    }

    public static int status(MvcTestResult answer) {
        return answer.getResponse().getStatus();
    }

    /** The problem's code; fails unless the answer is a whole problem. */
    public static String problem(MvcTestResult answer) {
        var problem = json(answer);
        var code = problem.required("code").asString();
        assertThat(answer.getResponse().getContentType()).isEqualTo("application/problem+json");
        assertThat(problem.required("status").asInt()).isEqualTo(status(answer));
        assertThat(problem.required("type").asString()).isEqualTo("/problems/" + code);
        assertThat(problem.required("title").asString()).isNotEmpty();
        assertThat(problem.required("detail").asString()).isNotEmpty();
        assertThat(problem.required("instance").asString())
                .isEqualTo(answer.getRequest().getRequestURI());
        return code;
    }

    /** The fields that an invalid request's problem names, each with its message. */
    public static List<String> errors(MvcTestResult answer) {
        assertThat(problem(answer)).isEqualTo("invalid-request");
        return json(answer)
                .required("errors")
                .valueStream()
                .map(error -> error.required("field").asString() + " "
                        + error.required("message").asString())
                .toList();
    }
}
