package dev.frontrow.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.app.edge.EdgeTest;
import dev.frontrow.app.edge.Http;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@EdgeTest
class OpenApiTests {

    private final Http http;

    OpenApiTests(Http http) {
        this.http = http;
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
        var open = operation("/api/v1/concerts/edge/open", "get");

        assertThat(admin.required("responses").propertyNames()).contains("401", "403");
        assertThat(open.required("responses").propertyNames()).contains("401").doesNotContain("403", "413", "415");
        assertThat(open.has("security")).isFalse();
    }

    @Test
    void hidesWhatNoClientSends() {
        assertThat(operation("/api/v1/edge/me", "get").has("parameters")).isFalse();
    }

    @Test
    void leavesOutWhatIsNotTheApi() {
        assertThat(document().required("paths").propertyNames()).allMatch(path -> path.startsWith("/api/v1/"));
    }

    @Test
    void givesRefusalsTheirForm() {
        var login = operation("/api/v1/demo/login", "post");

        assertThat(login.at("/responses/403/content").propertyNames()).containsExactly("application/problem+json");
        assertThat(login.at("/responses/200/content").propertyNames()).containsExactly("application/json");
    }

    @Test
    void namesTheHeadersOfAGeneralProblem() {
        var responses = document().at("/components/responses");

        assertThat(responses.at("/unavailable/headers").propertyNames()).containsExactly("Retry-After");
        assertThat(responses.at("/unauthenticated/headers").propertyNames()).containsExactly("WWW-Authenticate");
        assertThat(responses.at("/forbidden/headers").propertyNames()).containsExactly("WWW-Authenticate");
        assertThat(responses.at("/method-not-allowed/headers").propertyNames()).containsExactly("Allow");
        assertThat(responses
                        .at("/invalid-request/content")
                        .required("application/problem+json")
                        .at("/example/errors/0")
                        .propertyNames())
                .containsExactly("field", "message");
    }

    @Test
    void servesSwaggerUi() {
        var entry = http.get("/swagger-ui.html");
        assertThat(entry.status()).isEqualTo(302);
        assertThat(entry.header("Location").orElseThrow()).endsWith("/swagger-ui/index.html");

        assertThat(http.get("/swagger-ui/index.html").body()).doesNotContain("<script>");
        assertThat(http.get("/swagger-ui/swagger-ui-bundle.js").status()).isEqualTo(200);
        assertThat(http.get("/swagger-ui/swagger-initializer.js").body()).contains("/v3/api-docs/swagger-config");
        assertThat(http.get("/v3/api-docs/swagger-config")
                        .json()
                        .required("url")
                        .asString())
                .isEqualTo("/v3/api-docs");
    }

    private JsonNode document() {
        return http.get("/v3/api-docs").json();
    }

    private JsonNode operation(String path, String method) {
        return document().required("paths").required(path).required(method);
    }
}
