package dev.frontrow.edge.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.edge.EdgeTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EdgeTest
class StrictJsonConverterTests {

    private final MockMvcTester mvc;

    StrictJsonConverterTests(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @Test
    void saysHowLongAnAnswerIs() {
        var answer = mvc.get().uri("/api/v1/edge/open").exchange();

        assertThat(answer).hasHeader("Content-Length", "13").bodyText().isEqualTo("{\"open\":true}");
    }

    @Test
    void saysHowLongAProblemIs() {
        var answer = mvc.get().uri("/api/v1/edge/refusal").exchange();

        assertThat(answer)
                .hasHeader(
                        "Content-Length", Integer.toString(answer.getResponse().getContentAsByteArray().length));
    }
}
