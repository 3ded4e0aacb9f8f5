package dev.frontrow.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.frontrow.app.edge.EdgeTest;
import dev.frontrow.app.edge.Http;
import dev.frontrow.edge.FastPath;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@EdgeTest
class SecuredFastPathTests {

    private static final String PATH = "/api/v1/fast";

    private final FastPath fastPath;
    private final MeterRegistry meters;
    private final Http http;
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", PATH);
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain ordinary = new MockFilterChain();
    private final AtomicInteger answered = new AtomicInteger();

    SecuredFastPathTests(FastPath fastPath, MeterRegistry meters, Http http) {
        this.fastPath = fastPath;
        this.meters = meters;
        this.http = http;
    }

    @Test
    void leadsToTheOperation() throws Exception {
        fastPath.lead(request, response, operation(answered::incrementAndGet), ordinary);

        assertThat(answered).hasValue(1);
        assertThat(ordinary.getRequest()).isNull();
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer never-seen", "Bearer", "Basic YTpi", ""})
    void leavesToTheOrdinaryWayWhomOnlyThatKnows(String authorization) throws Exception {
        request.addHeader("Authorization", authorization);

        fastPath.lead(request, response, operation(answered::incrementAndGet), ordinary);

        assertThat(answered).hasValue(0);
        assertThat(ordinary.getRequest()).isSameAs(request);
        assertThat(response.getHeaderNames()).isEmpty();
    }

    @Test
    void leavesToTheOrdinaryWayWhoIsNobodyWhereAUserIsNeeded() throws Exception {
        fastPath.lead(request, response, ofUser(), ordinary);

        assertThat(answered).hasValue(0);
        assertThat(ordinary.getRequest()).isSameAs(request);
    }

    @Test
    void leadsAUserWhoIsKnownAndTellsTheOperationWho() throws Exception {
        var token = http.token("ann");
        http.get("/api/v1/points", "Authorization: Bearer " + token);
        request.addHeader("Authorization", "Bearer " + token);

        fastPath.lead(request, response, ofUser(), ordinary);

        assertThat(answered).hasValue(1);
        assertThat(ordinary.getRequest()).isNull();
    }

    @Test
    void measuresAFailureAsOne() {
        assertThatIllegalStateException()
                .isThrownBy(() -> fastPath.lead(
                        request,
                        response,
                        operation(() -> {
                            throw new IllegalStateException("a bug");
                        }),
                        ordinary));

        assertThat(meters.get("http.server.requests")
                        .tags("uri", PATH, "status", "500", "outcome", "SERVER_ERROR")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    private FastPath.Operation ofUser() {
        return new FastPath.Operation() {
            @Override
            public String path() {
                return PATH;
            }

            @Override
            public boolean isOfUser() {
                return true;
            }

            @Override
            public void answer(HttpServletRequest request, HttpServletResponse response) {
                assertThat(request.getUserPrincipal())
                        .isNotNull()
                        .extracting(Principal::getName)
                        .isEqualTo("ann");
                answered.incrementAndGet();
            }
        };
    }

    private static FastPath.Operation operation(Runnable answer) {
        return new FastPath.Operation() {
            @Override
            public String path() {
                return PATH;
            }

            @Override
            public void answer(HttpServletRequest request, HttpServletResponse response) {
                answer.run();
            }
        };
    }
}
