package dev.frontrow.app.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.app.edge.EdgeTest;
import dev.frontrow.app.edge.Http;
import org.junit.jupiter.api.Test;

@EdgeTest
class ProblemPagesTests {

    private static final String BROWSER = "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final Http http;

    ProblemPagesTests(Http http) {
        this.http = http;
    }

    @Test
    void showsAProblemToPeople() {
        var answer = http.get("/problems/request-too-large", BROWSER);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.body()).contains("<h1>Request too large</h1>", "413").doesNotContain("http:", "https:");
    }

    @Test
    void escapesWhatTheCatalogueSays() {
        assertThat(http.get("/problems/unauthenticated", BROWSER).body()).contains("Bearer &lt;token&gt;");
    }

    @Test
    void tellsAProblemToPrograms() {
        var answer = http.get("/problems/request-too-large", "Accept: application/json");

        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.json().required("status").asInt()).isEqualTo(413);
        assertThat(answer.json().required("description").asString()).contains("1 MiB");
    }

    @Test
    void answersWhoeverAsksForAnything() {
        assertThat(http.get("/problems/forbidden").status()).isEqualTo(200);
        assertThat(http.get("/problems", "Accept: */*").status()).isEqualTo(200);
    }

    @Test
    void listsAllProblems() {
        assertThat(http.get("/problems", BROWSER).body())
                .contains("href=\"/problems/not-found\"", "href=\"/problems/unavailable\"");
        assertThat(http.get("/problems", "Accept: application/json").json().valueStream())
                .anyMatch(kind -> kind.required("code").asString().equals("rate-limited"));
    }
}
