package dev.frontrow.edge.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.edge.EdgeTest;
import dev.frontrow.edge.Problems;
import dev.frontrow.edge.problem.TooManyBodies;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@EdgeTest
class BodyBudgetTests {

    private static final Duration LONG = Duration.ofHours(1);

    private final Problems problems;
    private final AtomicLong held = new AtomicLong();

    BodyBudgetTests(Problems problems) {
        this.problems = problems;
    }

    @Test
    void holdsNoMoreOfLongBodiesThanItHasRoomFor() {
        var filter = new BodyLimitFilter(problems, new BodyBudget(1_000, 100, 500, LONG, held));

        assertThatThrownBy(() -> send(filter, 600, () -> {
                    assertThat(held).hasValue(500);
                    send(filter, 101, () -> {});
                }))
                .isInstanceOf(TooManyBodies.class);
    }

    @Test
    void takesShortOnesAllTheSame() throws Exception {
        var filter = new BodyLimitFilter(problems, new BodyBudget(1_000, 100, 500, LONG, held));

        send(filter, 600, () -> send(filter, 100, () -> assertThat(held).hasValue(500)));
    }

    @Test
    void hasRoomAgainOnceOneIsAnsweredOrGivenUp() throws Exception {
        var filter = new BodyLimitFilter(problems, new BodyBudget(1_000, 100, 500, LONG, held));

        assertThatThrownBy(() -> send(filter, 700, () -> {})).isInstanceOf(TooManyBodies.class);
        assertThat(held).hasValue(0);
        send(filter, 600, () -> assertThat(held).hasValue(500));
        assertThat(held).hasValue(0);
    }

    @Test
    void givesUpABodyThatComesTooSlowly() {
        var filter = new BodyLimitFilter(problems, new BodyBudget(1_000, 100, 500, Duration.ZERO, held));

        assertThatThrownBy(() -> send(filter, 10, () -> {})).isInstanceOf(SocketTimeoutException.class);
    }

    private static void send(BodyLimitFilter filter, int bytes, Step whileHeld) throws Exception {
        var request = new MockHttpServletRequest("POST", "/api/v1/edge/orders");
        request.setContent(new byte[bytes]);
        Servlet operation = new HttpServlet() {
            @Override
            protected void service(HttpServletRequest received, HttpServletResponse response) throws IOException {
                received.getInputStream().readAllBytes();
                try {
                    whileHeld.go();
                } catch (IOException failure) {
                    throw failure;
                } catch (Exception impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        };
        new MockFilterChain(operation, filter).doFilter(request, new MockHttpServletResponse());
    }

    @FunctionalInterface
    private interface Step {

        void go() throws Exception;
    }
}
