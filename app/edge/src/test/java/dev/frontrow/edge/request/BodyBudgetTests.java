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
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@EdgeTest
class BodyBudgetTests {

    private static final Duration LONG = Duration.ofHours(1);

    private final Problems problems;

    BodyBudgetTests(Problems problems) {
        this.problems = problems;
    }

    @Test
    void holdsNoMoreOfLongBodiesThanItHasRoomFor() {
        var budget = new BodyBudget(1_000, 100, 500, 500, LONG);
        var filter = new BodyLimitFilter(problems, budget);

        assertThatThrownBy(() -> send(filter, 600, () -> {
                    assertThat(budget.held()).hasValue(500);
                    send(filter, 101, () -> {});
                }))
                .isInstanceOf(TooManyBodies.class);
    }

    @Test
    void takesShortOnesAllTheSame() throws Exception {
        var budget = new BodyBudget(1_000, 100, 500, 500, LONG);
        var filter = new BodyLimitFilter(problems, budget);

        send(
                filter,
                600,
                () -> send(filter, 100, () -> assertThat(budget.held()).hasValue(500)));
    }

    @Test
    void hasRoomAgainOnceOneIsAnsweredOrGivenUp() throws Exception {
        var budget = new BodyBudget(1_000, 100, 500, 500, LONG);
        var filter = new BodyLimitFilter(problems, budget);

        assertThatThrownBy(() -> send(filter, 700, () -> {})).isInstanceOf(TooManyBodies.class);
        assertThat(budget.held()).hasValue(0);
        send(filter, 600, () -> assertThat(budget.held()).hasValue(500));
        assertThat(budget.held()).hasValue(0);
    }

    @Test
    void givesUpABodyThatComesTooSlowly() {
        var budget = new BodyBudget(1_000, 100, 500, 500, Duration.ZERO);
        var filter = new BodyLimitFilter(problems, budget);

        assertThatThrownBy(() -> send(filter, 10, () -> {})).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void leavesRoomToOtherAddresses() throws Exception {
        var budget = new BodyBudget(1_000, 100, 1_000, 500, LONG);
        var filter = new BodyLimitFilter(problems, budget);

        send(filter, "203.0.113.1", 600, () -> {
            assertThatThrownBy(() -> send(filter, "203.0.113.1", 101, () -> {})).isInstanceOf(TooManyBodies.class);
            send(filter, "203.0.113.2", 600, () -> assertThat(budget.held()).hasValue(1_000));
        });

        send(filter, "203.0.113.1", 600, () -> assertThat(budget.heldOf()).containsOnlyKeys("203.0.113.1"));
        assertThat(budget.heldOf()).isEmpty();
    }

    @Test
    void knowsNoSharesOfWhatComesThroughThisMachine() throws Exception {
        var budget = new BodyBudget(1_000, 100, 1_000, 100, LONG);
        var filter = new BodyLimitFilter(problems, budget);

        send(filter, 1_000, () -> assertThat(budget.held()).hasValue(900));
    }

    private static void send(BodyLimitFilter filter, int bytes, Step whileHeld) throws Exception {
        send(filter, "127.0.0.1", bytes, whileHeld);
    }

    private static void send(BodyLimitFilter filter, String address, int bytes, Step whileHeld) throws Exception {
        var request = new MockHttpServletRequest("POST", "/api/v1/edge/orders");
        request.setRemoteAddr(address);
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
