package dev.frontrow.edge.request;

import static dev.frontrow.edge.Answers.errors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.edge.EdgeTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EdgeTest
class GivenOnceTests {

    private final MockMvcTester mvc;

    GivenOnceTests(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @ParameterizedTest
    @CsvSource({
        "limit=1&limit=1, limit",
        "limit=1&limit=2, limit",
        "limit=1&cursor=MQ&cursor=, cursor",
        "other=&other=, other",
        "%6cimit=1&limit=1, limit"
    })
    void refusesAParameterGivenTwice(String query, String name) {
        assertThat(errors(get("/api/v1/edge/list?" + query))).containsExactly(name + " is given several times");
    }

    @Test
    void namesOfALongNameItsBeginning() {
        var name = "n".repeat(1_000);

        assertThat(errors(get("/api/v1/edge/list?" + name + "&" + name)))
                .containsExactly("n".repeat(100) + " is given several times");
    }

    @Test
    void leavesOtherParametersAlone() {
        assertThat(get("/api/v1/edge/list?limit=1&Limit=2&cursor=MQ")).hasStatusOk();
    }

    @Test
    void leavesPagesAlone() {
        assertThat(get("/edge-page?a=1&a=2")).hasStatusOk();
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(URI.create(uri)).exchange();
    }
}
