package dev.frontrow.edge.problem;

import static dev.frontrow.edge.Answers.body;
import static dev.frontrow.edge.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.edge.EdgeTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EdgeTest
class ProblemPagesTests {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final MockMvcTester mvc;

    ProblemPagesTests(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @Test
    void showsAProblemToPeople() {
        var answer = get("/problems/request-too-large", BROWSER);

        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getContentType()).startsWith("text/html");
        assertThat(body(answer)).contains("<h1>Request too large</h1>", "413").doesNotContain("http:", "https:");
    }

    @Test
    void escapesWhatTheCatalogueSays() {
        assertThat(body(get("/problems/unauthenticated", BROWSER))).contains("Bearer &lt;token&gt;");
        assertThat(body(get("/problems/too-many", BROWSER))).contains("Take &lt;less&gt;.");
    }

    @Test
    void tellsAProblemToPrograms() {
        var answer = get("/problems/request-too-large", "application/json");

        assertThat(answer).hasContentType("application/json");
        assertThat(json(answer).propertyNames()).containsExactly("code", "status", "title", "description");
        assertThat(json(answer).required("status").asInt()).isEqualTo(413);
        assertThat(json(answer).required("description").asString()).contains("1 MiB");
    }

    @Test
    void answersWhoeverAsksForAnything() {
        assertThat(mvc.get().uri("/problems/forbidden")).hasStatusOk();
        assertThat(get("/problems", "*/*")).hasStatusOk();
    }

    @Test
    void listsAllProblems() {
        assertThat(body(get("/problems", BROWSER)))
                .contains("href=\"problems/not-found\"", "href=\"problems/sold-out\"");
        assertThat(json(get("/problems", "application/json")).valueStream())
                .anyMatch(kind -> kind.required("code").asString().equals("rate-limited"))
                .anyMatch(kind -> kind.required("code").asString().equals("idempotency-key-reused"));
    }

    @Test
    void hasNoPageForWhatIsNoProblem() {
        assertThat(get("/problems/nothing", BROWSER)).hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult get(String path, String accept) {
        return mvc.get().uri(path).header("Accept", accept).exchange();
    }
}
