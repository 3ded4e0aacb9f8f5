package dev.frontrow.edge.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.edge.EdgeOperations.Thing;
import dev.frontrow.edge.EdgeTest;
import dev.frontrow.edge.JsonAnswers;
import dev.frontrow.edge.ThingId;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EdgeTest
class WebJsonTests {

    private final MockMvcTester mvc;
    private final JsonAnswers answers;

    WebJsonTests(MockMvcTester mvc, JsonAnswers answers) {
        this.mvc = mvc;
        this.answers = answers;
    }

    @Test
    void writesAnAnswerAsAControllersIsWritten() throws IOException {
        var response = new MockHttpServletResponse();
        var id = new ThingId(UUID.randomUUID());

        answers.write(new Thing(id, List.of(id), id.value()), response);

        var controllers = mvc.get().uri("/api/v1/edge/things/" + id).exchange().getResponse();
        assertThat(response.getContentAsString()).contains("\"id\":\"" + id + "\"");
        assertThat(response.getContentAsByteArray()).isEqualTo(controllers.getContentAsByteArray());
        assertThat(response.getHeader("Content-Length")).isEqualTo(controllers.getHeader("Content-Length"));
        assertThat(response.getContentType()).isEqualTo(controllers.getContentType());
    }
}
