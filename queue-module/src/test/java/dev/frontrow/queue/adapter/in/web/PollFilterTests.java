package dev.frontrow.queue.adapter.in.web;

import static dev.frontrow.queue.TestQueue.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.queue.TestQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** Which polls are answered before the search for a controller. That both ways answer the same is a test of the whole service. */
@ModuleTest
class PollFilterTests {

    private static final String CURRENT = "/api/v1/queue-tokens/current";

    private final MockMvcTester mvc;
    private final String token;

    PollFilterTests(MockMvcTester mvc, TestQueue queue) {
        this.mvc = mvc;
        this.token = queue.token(ANN, queue.openConcert());
    }

    @Test
    void answersAPoll() {
        var poll = poll().exchange();

        assertThat(poll).hasStatusOk().hasHeader("Retry-After", "1").hasHeader("Cache-Control", "no-store");
        assertThat(poll).bodyJson().extractingPath("token").isEqualTo(token);
        assertThat(handlerOf(poll())).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "application/json, */*", "application/json, text/plain, */*"})
    void answersWhoeverTakesJson(String accepted) {
        assertThat(handlerOf(poll().header(HttpHeaders.ACCEPT, accepted))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "forged", "a.b"})
    void refusesATokenThatIsNone(String other) {
        var poll = mvc.get().uri(CURRENT).header("Queue-Token", other);

        assertThat(handlerOf(poll)).isNull();
        assertThat(poll.exchange()).hasStatus(403).hasContentType("application/problem+json");
    }

    @Test
    void answersBelowAContextPath() {
        var poll = mvc.get().uri("/shop" + CURRENT).contextPath("/shop").header("Queue-Token", token);

        assertThat(handlerOf(poll)).isNull();
        assertThat(poll.exchange()).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json;q=0", "application/problem+json", "not a type"})
    void leavesItToTheSearchForAControllerWhatIsNotAcceptable(String accepted) {
        assertThat(poll().header(HttpHeaders.ACCEPT, accepted).exchange()).hasStatus(406);
    }

    @Test
    void leavesOtherWaysToAcceptJsonToTheController() {
        assertThat(handlerOf(poll().header(HttpHeaders.ACCEPT, "text/html, application/*;q=0.5")))
                .isNotNull();
    }

    @Test
    void leavesMoreOrFewerThanOneTokenToTheController() {
        assertThat(handlerOf(mvc.get().uri(CURRENT))).isNotNull();
        assertThat(handlerOf(poll().header("Queue-Token", token))).isNotNull();
    }

    @Test
    void leavesAQueryToTheController() {
        assertThat(handlerOf(mvc.get().uri(CURRENT + "?a=1").header("Queue-Token", token)))
                .isNotNull();
    }

    @Test
    void leavesOtherMethodsToTheController() {
        assertThat(handlerOf(mvc.head().uri(CURRENT).header("Queue-Token", token)))
                .isNotNull();
        assertThat(handlerOf(mvc.delete().uri(CURRENT).principal(() -> "ann").header("Queue-Token", token)))
                .isNotNull();
    }

    private MockMvcRequestBuilder poll() {
        return mvc.get().uri(CURRENT).header("Queue-Token", token);
    }

    /** The controller that a request has reached, or null if it was answered before. */
    private static @Nullable Object handlerOf(MockMvcRequestBuilder request) {
        return request.exchange().getMvcResult().getHandler();
    }
}
