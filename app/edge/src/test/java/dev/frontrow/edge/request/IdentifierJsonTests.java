package dev.frontrow.edge.request;

import static dev.frontrow.edge.Answers.body;
import static dev.frontrow.edge.Answers.errors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.edge.EdgeTest;
import dev.frontrow.edge.Identifier;
import dev.frontrow.edge.ThingId;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@EdgeTest
class IdentifierJsonTests {

    private static final String ID = "3f0a4c1e-6f0e-4c67-9a53-0b6f1f9d2a11";

    private final MockMvcTester mvc;
    private final JsonMapper shared;

    IdentifierJsonTests(MockMvcTester mvc, JsonMapper shared) {
        this.mvc = mvc;
        this.shared = shared;
    }

    @Test
    void isATextInAPathAndInAnAnswer() {
        assertThat(body(mvc.get().uri("/api/v1/edge/things/" + ID).exchange()))
                .isEqualTo("{\"id\":\"%1$s\",\"others\":[\"%1$s\"],\"uuid\":\"%1$s\"}".formatted(ID));
    }

    @Test
    void isATextInARequest() {
        var thing = "{\"id\":\"%1$s\",\"others\":[\"%1$s\",\"%1$s\"],\"uuid\":null}".formatted(ID);

        assertThat(body(send(thing))).isEqualTo(thing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "3F0A4C1E-6F0E-4C67-9A53-0B6F1F9D2A11", "%00", "%F0%9F%8E%AB", "1-1-1-1-1", "%20"})
    void namesNothingInAPathWhereItCantBeOurs(String text) {
        assertThat(body(mvc.get().uri(URI.create("/api/v1/edge/things/" + text)).exchange()))
                .contains("\"id\":\"" + Identifier.NOTHING + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "\\u0000", "\\ud800", "3F0A4C1E-6F0E-4C67-9A53-0B6F1F9D2A11"})
    void namesNothingInARequestWhereItCantBeOurs(String text) {
        var answer = send("{\"id\":\"%s\",\"others\":[\"%s\"]}".formatted(text, ID));

        assertThat(body(answer)).startsWith("{\"id\":\"" + Identifier.NOTHING + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\":1|id must be a text",
                "\"id\":true|id must be a text",
                "\"id\":[\"" + ID + "\"]|id must be a text",
                "\"id\":{\"value\":\"" + ID + "\"}|id must be a text",
                "\"id\":null|id must not be null",
                "\"others\":[]|id must not be null",
                "\"id\":\"" + ID + "\",\"others\":[1]|others[0] must be a text",
                "\"id\":\"" + ID + "\",\"others\":\"" + ID + "\"|others must be an array"
            })
    void isNothingButAText(String members, String error) {
        assertThat(errors(send("{" + members + "}"))).containsExactly(error);
    }

    @Test
    void leavesStoredEventsTheirForm() {
        var id = new ThingId(UUID.fromString(ID));

        assertThat(shared.writeValueAsString(id)).isEqualTo("{\"value\":\"" + ID + "\"}");
        assertThat(shared.readValue("{\"value\":\"" + ID + "\"}", ThingId.class))
                .isEqualTo(id);
    }

    private MvcTestResult send(String thing) {
        return mvc.post()
                .uri("/api/v1/edge/things")
                .contentType(MediaType.APPLICATION_JSON)
                .content(thing)
                .exchange();
    }
}
