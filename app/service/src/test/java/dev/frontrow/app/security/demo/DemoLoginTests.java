package dev.frontrow.app.security.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.frontrow.app.edge.EdgeTest;
import dev.frontrow.app.edge.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@EdgeTest
class DemoLoginTests {

    private static final String LOGIN = "/api/v1/demo/login";
    private static final String ADMIN = "{\"userId\":\"root\",\"admin\":true}";

    private final Http http;
    private final MockMvc mvc;

    DemoLoginTests(Http http, MockMvc mvc) {
        this.http = http;
        this.mvc = mvc;
    }

    @Test
    void givesATokenForAnyUser() {
        var answer = login("{\"userId\":\"alice\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().required("tokenType").asString()).isEqualTo("Bearer");
        assertThat(answer.json().required("expiresInSeconds").asLong()).isEqualTo(43_200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        var token = answer.json().required("accessToken").asString();
        assertThat(http.get("/api/v1/edge/me", "Authorization: Bearer " + token).status())
                .isEqualTo(200);
        assertThat(http.get("/api/v1/admin/edge/me", "Authorization: Bearer " + token)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void logsInAUserWhoseIdIsABlank() {
        var token = login("{\"userId\":\" \"}").json().required("accessToken").asString();

        assertThat(http.get("/api/v1/edge/me", "Authorization: Bearer " + token)
                        .json()
                        .required("user")
                        .asString())
                .isEqualTo(" ");
    }

    @Test
    void givesAnAdminsTokenToThisMachine() {
        var token = login(ADMIN).json().required("accessToken").asString();

        assertThat(http.get("/api/v1/admin/edge/me", "Authorization: Bearer " + token)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void givesNoAdminsTokenToAnotherMachine() throws Exception {
        mvc.perform(from("203.0.113.9", "{\"userId\":\"a\"}")).andExpect(status().isOk());
        mvc.perform(from("127.0.0.1", ADMIN)).andExpect(status().isOk());
        mvc.perform(from("::1", ADMIN)).andExpect(status().isOk());
        mvc.perform(from("203.0.113.9", ADMIN))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("forbidden"));
        mvc.perform(from("203.0.113.9", ADMIN).header("X-Forwarded-For", "127.0.0.1"))
                .andExpect(status().isForbidden());
    }

    @Test
    void givesNoAdminsTokenThroughAProxyOnThisMachine() throws Exception {
        mvc.perform(from("127.0.0.1", ADMIN).header("X-Forwarded-For", "203.0.113.9"))
                .andExpect(status().isForbidden());
        mvc.perform(from("127.0.0.1", ADMIN).header("Forwarded", "for=127.0.0.1"))
                .andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"userId\":null}",
                "{\"userId\":\"\"}",
                "{\"userId\":\"a\\nb\"}",
                "{\"userId\":\"a\\u0000b\"}",
                "{\"userId\":\"a\\ud800\"}",
                "{\"userId\":1}",
                "{\"userId\":\"a\",\"admin\":\"true\"}",
                "{\"userId\":\"a\",\"more\":1}"
            })
    void refusesWhatIsNoUser(String body) {
        var answer = login(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.errors()).hasSize(1);
    }

    @Test
    void countsTheCharactersOfAUsersId() {
        assertThat(login("{\"userId\":\"" + "\uD83C\uDFB8".repeat(255) + "\"}").status())
                .isEqualTo(200);
        assertThat(login("{\"userId\":\"" + "a".repeat(256) + "\"}").errors())
                .containsExactly("userId must be 1 to 255 characters, none of them a control character");
    }

    private Http.Answer login(String body) {
        return http.send("POST", LOGIN, body, "Content-Type: application/json");
    }

    private static MockHttpServletRequestBuilder from(String address, String body) {
        return post(LOGIN).contentType(MediaType.APPLICATION_JSON).content(body).with(request -> {
            request.setRemoteAddr(address);
            return request;
        });
    }
}
