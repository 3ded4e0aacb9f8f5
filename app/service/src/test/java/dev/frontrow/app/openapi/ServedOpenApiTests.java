package dev.frontrow.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.app.edge.EdgeTest;
import dev.frontrow.app.edge.Http;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document and its pages, as a browser gets them. */
@EdgeTest
class ServedOpenApiTests {

    private final Http http;

    ServedOpenApiTests(Http http) {
        this.http = http;
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
