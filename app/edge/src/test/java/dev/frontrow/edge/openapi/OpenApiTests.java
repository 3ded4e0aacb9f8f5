package dev.frontrow.edge.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.edge.Answers;
import dev.frontrow.edge.EdgeTest;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

@EdgeTest
class OpenApiTests {

    private final MockMvcTester mvc;

    OpenApiTests(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @Test
    void describesTheService() {
        var document = document();

        assertThat(document.required("openapi").asString()).startsWith("3.1");
        assertThat(document.at("/info/title").asString()).isEqualTo("Frontrow");
        assertThat(document.at("/servers/0/url").asString()).isEqualTo("/");
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.at("/components/securitySchemes/queueToken/name").asString())
                .isEqualTo("Queue-Token");
        assertThat(document.at("/components/schemas/ProblemDetail/properties").propertyNames())
                .contains("type", "title", "status", "detail", "instance", "code", "errors");
        assertThat(document.at("/components/responses/rate-limited/headers").propertyNames())
                .containsExactly("Retry-After");
    }

    @Test
    void leavesOutWhatIsNotTheApi() {
        assertThat(document().required("paths").propertyNames()).allMatch(path -> path.startsWith("/api/v1/"));
    }

    @Test
    void addsToAUsersOperationWhatAnyMayAnswer() {
        var order = operation("/api/v1/edge/orders", "post");

        assertThat(order.required("responses").propertyNames())
                .containsExactlyInAnyOrder("200", "400", "401", "405", "406", "413", "415", "429", "500", "503");
        assertThat(order.at("/responses/503/$ref").asString()).isEqualTo("#/components/responses/unavailable");
        assertThat(order.at("/security/0").propertyNames()).containsExactly("bearer");
    }

    @Test
    void addsForbiddenToAnAdminsOperationAndNoTokenToAnOpenOne() {
        var admin = operation("/api/v1/admin/edge/me", "get");
        var open = operation("/api/v1/edge/open", "get");

        assertThat(admin.required("responses").propertyNames()).contains("401", "403");
        assertThat(open.required("responses").propertyNames()).contains("401").doesNotContain("403", "413", "415");
        assertThat(open.has("security")).isFalse();
    }

    @Test
    void addsTheRefusalsThatAnOperationNames() {
        var responses = operation("/api/v1/edge/things/{id}", "get").required("responses");

        assertThat(responses.at("/409/description").asString()).startsWith("`sold-out`: ");
        assertThat(responses.at("/409/headers").propertyNames()).containsExactly("Retry-After");
        assertThat(example(responses.required("422")).required("limit").asInt()).isEqualTo(4);
    }

    @Test
    void showsItsOwnRefusalNextToTheGeneralOneOfTheSameStatus() {
        var keyed = operation("/api/v1/edge/keyed", "post").at("/responses/400");

        assertThat(keyed.required("content")
                        .required("application/problem+json")
                        .required("examples")
                        .propertyNames())
                .containsExactly("idempotency-key-required", "invalid-request");
    }

    @Test
    void hidesWhatNoClientSends() {
        assertThat(operation("/api/v1/edge/me", "get").has("parameters")).isFalse();
    }

    @Test
    void describesPages() {
        var parameters = operation("/api/v1/edge/list", "get").required("parameters");

        assertThat(parameters).hasSize(2);
        assertThat(parameters.at("/0/name").asString()).isEqualTo("limit");
        assertThat(parameters.at("/0/schema/minimum").asInt()).isEqualTo(1);
        assertThat(parameters.at("/0/schema/maximum").asInt()).isEqualTo(100);
        assertThat(parameters.at("/0/schema/default").asInt()).isEqualTo(20);
        assertThat(parameters.at("/1/name").asString()).isEqualTo("cursor");
        assertThat(parameters.at("/1/in").asString()).isEqualTo("query");
    }

    @Test
    void describesKeysAndWhetherTheyAreNeeded() {
        var needed = operation("/api/v1/edge/keyed", "post").at("/parameters/0");
        var optional = operation("/api/v1/edge/perhaps-keyed", "post").at("/parameters/0");

        assertThat(needed.required("name").asString()).isEqualTo("Idempotency-Key");
        assertThat(needed.required("in").asString()).isEqualTo("header");
        assertThat(needed.required("required").asBoolean()).isTrue();
        assertThat(optional.required("name").asString()).isEqualTo("Idempotency-Key");
        assertThat(optional.path("required").asBoolean(false)).isFalse();
    }

    @Test
    void describesTheHeadersOfASuccess() {
        assertThat(headers("/api/v1/edge/perhaps-keyed", "post", "201"))
                .containsExactlyInAnyOrder("Cache-Control", "Location", "Idempotency-Replayed");
        assertThat(headers("/api/v1/edge/keyed", "post", "201"))
                .as("what is made there has no address")
                .containsExactlyInAnyOrder("Cache-Control", "Idempotency-Replayed");
        assertThat(headers("/api/v1/edge/me", "get", "200")).containsExactly("Cache-Control");
        assertThat(operation("/api/v1/edge/me", "get")
                        .at("/responses/200/headers/Cache-Control/description")
                        .asString())
                .isEqualTo("`private, no-cache`");
    }

    @Test
    void describesWhatManyGetByWhatItShowsAndByItsName() {
        var shared = operation("/api/v1/edge/shared", "get");

        assertThat(shared.at("/responses/200/content/application~1json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Thing");
        assertThat(shared.at("/responses/304/description").asString()).isNotBlank();
        assertThat(shared.at("/responses/304").has("content")).isFalse();
        assertThat(shared.at("/parameters/0/name").asString()).isEqualTo("If-None-Match");
        assertThat(shared.at("/parameters/0/in").asString()).isEqualTo("header");
        for (var status : List.of("200", "304")) {
            assertThat(headers("/api/v1/edge/shared", "get", status))
                    .containsExactlyInAnyOrder("Cache-Control", "ETag");
            assertThat(operation("/api/v1/edge/shared-by-all", "get")
                            .at("/responses/" + status + "/headers/Cache-Control/description")
                            .asString())
                    .isEqualTo("`public, max-age=7`");
        }
    }

    @Test
    void describesIdentifiersAsOpaqueTexts() {
        var thing = document().at("/components/schemas/Thing/properties");

        assertThat(operation("/api/v1/edge/things/{id}", "get")
                        .at("/parameters/0/schema")
                        .toString())
                .isEqualTo("{\"type\":\"string\"}");
        assertThat(thing.required("id").toString()).isEqualTo("{\"type\":\"string\",\"example\":\"a-thing\"}");
        assertThat(thing.required("others").required("items").toString()).isEqualTo("{\"type\":\"string\"}");
        assertThat(thing.required("uuid").toString()).isEqualTo("{\"type\":\"string\"}");
        assertThat(document().at("/components/schemas").propertyNames())
                .doesNotContain("ThingId", "Identifier", "UserId");
    }

    @Test
    void namesTheHeadersOfAGeneralProblem() {
        var responses = document().at("/components/responses");

        assertThat(responses.at("/unavailable/headers").propertyNames()).containsExactly("Retry-After");
        assertThat(responses.at("/unauthenticated/headers").propertyNames()).containsExactly("WWW-Authenticate");
        assertThat(responses.at("/forbidden/headers").propertyNames()).containsExactly("WWW-Authenticate");
        assertThat(responses.at("/method-not-allowed/headers").propertyNames()).containsExactly("Allow");
        assertThat(example(responses.required("invalid-request"))
                        .at("/errors/0")
                        .propertyNames())
                .containsExactly("field", "message");
    }

    private JsonNode document() {
        return Answers.json(mvc.get().uri("/v3/api-docs").exchange());
    }

    private JsonNode operation(String path, String method) {
        return document().required("paths").required(path).required(method);
    }

    private Collection<String> headers(String path, String method, String status) {
        return operation(path, method).at("/responses/" + status + "/headers").propertyNames();
    }

    private static JsonNode example(JsonNode response) {
        return response.required("content").required("application/problem+json").required("example");
    }
}
