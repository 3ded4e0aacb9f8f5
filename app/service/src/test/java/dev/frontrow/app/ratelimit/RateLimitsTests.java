package dev.frontrow.app.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.frontrow.app.edge.EdgeTest;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@EdgeTest
class RateLimitsTests {

    private final MockMvc mvc;

    RateLimitsTests(MockMvc mvc) {
        this.mvc = mvc;
    }

    @Test
    void slowsDownAnAddressThatRunsWild() throws Exception {
        var refused = from("203.0.113.77", "/api/v1/concerts/edge/open");
        for (int i = 0; refused.getStatus() == 200 && i < 20_000; i++) {
            refused = from("203.0.113.77", "/api/v1/concerts/edge/open");
        }

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getContentAsString()).contains("\"code\":\"rate-limited\"");
        assertThat(from("203.0.113.78", "/api/v1/concerts/edge/open").getStatus())
                .isEqualTo(200);
    }

    @Test
    void leavesTheProbesAlone() throws Exception {
        for (int i = 0; i < 3_000; i++) {
            assertThat(from("203.0.113.79", "/actuator/health/readiness").getStatus())
                    .isEqualTo(200);
        }
    }

    private MockHttpServletResponse from(String address, String path) throws Exception {
        var asked = get(path).header("Origin", "https://tickets.example").header("Queue-Token", "none");
        return mvc.perform(asked.with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                }))
                .andReturn()
                .getResponse();
    }
}
