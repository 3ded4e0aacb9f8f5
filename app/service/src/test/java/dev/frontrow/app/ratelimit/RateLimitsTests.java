package dev.frontrow.app.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;

import dev.frontrow.app.edge.EdgeTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** With so low a limit that the slowest machine asks more. */
@EdgeTest
@TestPropertySource(
        properties = {
            "frontrow.rate-limit.address-per-second=1",
            "frontrow.rate-limit.address-burst=" + RateLimitsTests.BURST
        })
class RateLimitsTests {

    static final int BURST = 20;
    private static final int TOO_MANY = 10 * BURST;

    private final MockMvc mvc;

    RateLimitsTests(MockMvc mvc) {
        this.mvc = mvc;
    }

    @Test
    void slowsDownAnAddressThatRunsWild() throws Exception {
        var refused = untilRefused(allowed("/api/v1/concerts/edge/open"), "203.0.113.77", 200);

        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getContentAsString()).contains("\"code\":\"rate-limited\"");
        assertThat(from("203.0.113.78", allowed("/api/v1/concerts/edge/open")).getStatus())
                .isEqualTo(200);
    }

    @Test
    void leavesTheProbesAlone() throws Exception {
        for (int i = 0; i < TOO_MANY; i++) {
            assertThat(from("203.0.113.79", allowed("/actuator/health/readiness"))
                            .getStatus())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/queue-tokens/current,203.0.113.82,403", "/api/v1/concerts/edge/open,203.0.113.83,200"})
    void tellsAnAllowedPageThatItAsksTooMuch(String path, String address, int before) throws Exception {
        var answer = untilRefused(allowed(path), address, before);

        assertThat(answer.getHeaders("Access-Control-Allow-Origin")).containsExactly("https://tickets.example");
        assertThat(answer.getHeader("Access-Control-Expose-Headers")).contains("Retry-After");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/queue-tokens/current,203.0.113.84",
        "/api/v1/concerts/edge/open,203.0.113.85",
    })
    void countsWhatOtherPagesAsk(String path, String address) throws Exception {
        var asked = get(path).header("Origin", "https://elsewhere.example").header("Queue-Token", "none");

        assertThat(untilRefused(asked, address, 403).getContentAsString()).contains("\"code\":\"rate-limited\"");
    }

    @Test
    void countsQuestionsWhetherAPageMayAsk() throws Exception {
        var asked = options("/api/v1/queue-tokens")
                .header("Origin", "https://tickets.example")
                .header("Access-Control-Request-Method", "POST");

        var refused = untilRefused(asked, "203.0.113.86", 200);

        assertThat(refused.getHeaders("Access-Control-Allow-Origin")).containsExactly("https://tickets.example");
    }

    private MockHttpServletResponse untilRefused(MockHttpServletRequestBuilder asked, String address, int before)
            throws Exception {
        var answer = from(address, asked);
        assertThat(answer.getStatus()).isEqualTo(before);
        for (int i = 0; answer.getStatus() != 429 && i < TOO_MANY; i++) {
            answer = from(address, asked);
        }
        assertThat(answer.getStatus()).isEqualTo(429);
        return answer;
    }

    private static MockHttpServletRequestBuilder allowed(String path) {
        return get(path).header("Origin", "https://tickets.example").header("Queue-Token", "none");
    }

    private MockHttpServletResponse from(String address, MockHttpServletRequestBuilder asked) throws Exception {
        return mvc.perform(asked.with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                }))
                .andReturn()
                .getResponse();
    }
}
