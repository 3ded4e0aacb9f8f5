package dev.frontrow.edge.problem;

import static dev.frontrow.edge.Answers.json;
import static dev.frontrow.edge.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.edge.EdgeTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A module's advice is found and asked, although it implements a generic interface. */
@EdgeTest
class ProblemAdviceTests {

    private final MockMvcTester mvc;

    ProblemAdviceTests(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @Test
    void answersWhatItsModuleRefuses() {
        var answer = mvc.get().uri("/api/v1/edge/refusal?secret=1").exchange();

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(problem(answer)).isEqualTo("too-many");
        assertThat(json(answer).propertyNames())
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "instance", "code", "limit");
        assertThat(json(answer).required("title").asString()).isEqualTo("Too many");
        assertThat(json(answer).required("detail").asString()).isEqualTo("There are at most 4.");
        assertThat(json(answer).required("limit").asInt()).isEqualTo(4);
    }

    @Test
    void answersWithItsOwnHeaders() {
        assertThat(mvc.get().uri("/api/v1/edge/stream").exchange()).hasHeader("Retry-After", "9");
    }

    @Test
    void answersAProblemWhereAStreamWasAskedFor() {
        var answer = mvc.get()
                .uri("/api/v1/edge/stream")
                .header("Accept", "text/event-stream")
                .exchange();

        assertThat(answer).hasStatus(HttpStatus.CONFLICT);
        assertThat(problem(answer)).isEqualTo("sold-out");
    }

    @Test
    void answersARefusalThatIsTheCauseOfWhatWasThrown() {
        var answer = mvc.get().uri("/api/v1/edge/failure/caused").exchange();

        assertThat(answer).hasStatus(HttpStatus.CONFLICT);
        assertThat(problem(answer)).isEqualTo("sold-out");
    }

    @Test
    void isNotAskedAboutAnythingElse() {
        assertThat(problem(mvc.get().uri("/api/v1/edge/failure/bug").exchange()))
                .isEqualTo("internal-error");
    }
}
