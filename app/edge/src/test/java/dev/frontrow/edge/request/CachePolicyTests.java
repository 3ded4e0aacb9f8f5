package dev.frontrow.edge.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.edge.EdgeTest;
import dev.frontrow.edge.KeptBy;
import dev.frontrow.edge.OpenToAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@EdgeTest
class CachePolicyTests {

    private final MockMvcTester mvc;

    CachePolicyTests(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "users: private, no-cache",
                "usersPost: no-store",
                "usersDelete: no-store",
                "open: no-cache",
                "openPost: no-store",
                "openForAMinute: public, max-age=60",
                "admins: no-store",
                "adminsPost: no-store",
                "anyMethod: no-store"
            })
    void followsFromWhoseAnOperationIsAndWhetherItReads(String operation, String policy) throws Exception {
        assertThat(CachePolicy.of(Operations.class.getDeclaredMethod(operation), Operations.class))
                .isEqualTo(policy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "/api/v1/edge/me: private, no-cache",
                "/api/v1/edge/open: no-cache",
                "/api/v1/admin/edge/me: no-store",
                "/api/v1/edge/list: private, no-cache"
            })
    void isSaidOfWhatIsRead(String path, String policy) {
        assertThatPolicyIs(get(path), policy);
        assertThatPolicyIs(
                mvc.method(HttpMethod.HEAD).uri(path).principal(() -> "ann").exchange(), policy);
    }

    @Test
    void isSaidOfWhatIsDone() {
        var answer = mvc.post()
                .uri("/api/v1/edge/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"a\",\"amount\":1,\"rows\":1}")
                .exchange();

        assertThat(answer).hasStatusOk();
        assertThatPolicyIs(answer, "no-store");
    }

    @Test
    void isSaidBelowAContextPathToo() {
        var answer = mvc.get()
                .uri("/tickets/api/v1/edge/me")
                .contextPath("/tickets")
                .principal(() -> "ann")
                .exchange();

        assertThatPolicyIs(answer, "private, no-cache");
    }

    @Test
    void leavesAnOperationItsOwn() {
        assertThatPolicyIs(get("/api/v1/edge/cached"), "no-store");
        assertThatPolicyIs(get("/api/v1/edge/cached-by-hand"), "max-age=7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/edge-page", "/v3/api-docs"})
    void leavesPagesAlone(String path) {
        assertThat(get(path)).hasStatusOk().doesNotContainHeader("Cache-Control");
    }

    @Test
    void leavesThePagesOfProblemsTheirOwn() {
        assertThatPolicyIs(get("/problems"), "public, max-age=3600");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/edge/refusal",
                "/api/v1/edge/failure/bug",
                "/api/v1/edge/list?limit=0",
                "/api/v1/nothing"
            })
    void saysNothingOfRefusals(String path) {
        var answer = get(path);

        assertThat(HttpStatus.valueOf(answer.getResponse().getStatus()).isError())
                .isTrue();
        assertThat(answer).doesNotContainHeader("Cache-Control");
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).principal(() -> "ann").exchange();
    }

    private static void assertThatPolicyIs(MvcTestResult answer, String policy) {
        assertThat(answer.getResponse().getHeaders("Cache-Control")).containsExactly(policy);
    }

    static class Operations {

        @GetMapping("/api/v1/things")
        void users() {}

        @PostMapping("/api/v1/things")
        void usersPost() {}

        @DeleteMapping("/api/v1/things")
        void usersDelete() {}

        @OpenToAll
        @GetMapping("/api/v1/things/open")
        void open() {}

        @OpenToAll
        @KeptBy("public, max-age=60")
        @GetMapping("/api/v1/things/open-for-a-minute")
        void openForAMinute() {}

        @OpenToAll
        @PostMapping("/api/v1/things/open")
        void openPost() {}

        @GetMapping("/api/v1/admin/things")
        void admins() {}

        @PostMapping("/api/v1/admin/things")
        void adminsPost() {}

        @RequestMapping("/api/v1/anything")
        void anyMethod() {}
    }
}
