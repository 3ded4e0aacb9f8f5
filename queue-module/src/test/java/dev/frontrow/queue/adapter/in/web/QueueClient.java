package dev.frontrow.queue.adapter.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What clients of the line send, and how its answers read. */
@Component
record QueueClient(MockMvcTester mvc) {

    static final String CURRENT = "/api/v1/queue-tokens/current";

    MvcTestResult join(String user, String body) {
        return mvc.post()
                .uri("/api/v1/queue-tokens")
                .principal(() -> user)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    MvcTestResult poll(String token) {
        return mvc.get().uri(CURRENT).header("Queue-Token", token).exchange();
    }

    MvcTestResult giveUp(String user, String token) {
        return mvc.delete()
                .uri(CURRENT)
                .principal(() -> user)
                .header("Queue-Token", token)
                .exchange();
    }

    static void refused(MvcTestResult result, int status, String code) {
        assertThat(result).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(text(result)).contains("\"code\":\"" + code + "\"");
    }

    static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    static String tag(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getHeader("ETag"));
    }
}
