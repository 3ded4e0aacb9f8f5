package dev.frontrow.edge.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.edge.EdgeTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EdgeTest
class SharedAnswersTests {

    private final MockMvcTester mvc;

    SharedAnswersTests(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {"/api/v1/edge/shared: private, no-cache", "/api/v1/edge/shared-by-all: public, max-age=7"})
    void areWrittenAsEveryAnswerIs(String path, String policy) {
        var answer = mvc.get().uri(path).exchange();

        assertThat(answer)
                .hasStatusOk()
                .hasContentType(MediaType.APPLICATION_JSON)
                .hasHeader("ETag", "W/\"v1\"")
                .hasHeader("Cache-Control", policy);
        assertThat(answer)
                .bodyJson()
                .isStrictlyEqualTo("{\"id\":\"0b5d9f0e-3f0c-4a0c-8a55-7f3f1c1f2a10\",\"others\":null,\"uuid\":null}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {"/api/v1/edge/shared: private, no-cache", "/api/v1/edge/shared-by-all: public, max-age=7"})
    void sayWhoMayKeepThemAlsoWhereTheyAreNotSent(String path, String policy) {
        for (var method : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD}) {
            var answer = mvc.method(method)
                    .uri(path)
                    .header("If-None-Match", "W/\"v1\"")
                    .exchange();

            assertThat(answer).hasStatus(304).hasHeader("ETag", "W/\"v1\"").hasHeader("Cache-Control", policy);
            assertThat(answer).body().isEmpty();
        }
    }

    @Test
    void areNotAcceptableInAnotherForm() {
        assertThat(mvc.get().uri("/api/v1/edge/shared").accept(MediaType.TEXT_HTML))
                .hasStatus(406);
    }
}
