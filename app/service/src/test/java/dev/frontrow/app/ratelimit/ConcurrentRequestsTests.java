package dev.frontrow.app.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.app.edge.EdgeTest;
import dev.frontrow.edge.FastPath;
import dev.frontrow.edge.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@EdgeTest
class ConcurrentRequestsTests {

    private static final int MAX = 8;
    private static final String OWN_MACHINE = "127.0.0.1";

    private final ConcurrentRequests bound;
    private final ConcurrentRequests ofTheService;
    private final FastPath fastPath;
    private final List<UnderWay> underWay = new ArrayList<>();

    ConcurrentRequestsTests(Problems problems, ConcurrentRequests ofTheService, FastPath fastPath) {
        this.bound = new ConcurrentRequests(problems, MAX, MAX / 4);
        this.ofTheService = ofTheService;
        this.fastPath = fastPath;
    }

    @AfterEach
    void answerThem() throws InterruptedException {
        for (var request : underWay) {
            request.end();
        }
    }

    @Test
    void refusesOneTooManyAtOnceUntilAnotherIsAnswered() throws Exception {
        for (int i = 0; i < MAX; i++) {
            begin(OWN_MACHINE);
        }

        var refused = answerTo("/api/v1/reservations", OWN_MACHINE);
        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getContentAsString())
                .contains("\"code\":\"unavailable\"")
                .contains("nothing has happened");

        underWay.removeFirst().end();
        assertThat(answerTo("/api/v1/reservations", OWN_MACHINE).getStatus()).isEqualTo(200);
    }

    @Test
    void answersHealthProbesAlways() throws Exception {
        for (int i = 0; i < MAX; i++) {
            begin(OWN_MACHINE);
        }

        assertThat(answerTo("/actuator/health/liveness", OWN_MACHINE).getStatus())
                .isEqualTo(200);
        assertThat(answerTo("/actuator/health/readiness", "203.0.113.90").getStatus())
                .isEqualTo(200);
    }

    @Test
    void letsNoAddressTakeTheRoomOfAllOthers() throws Exception {
        begin("203.0.113.91");
        begin("203.0.113.91");

        assertThat(answerTo("/api/v1/reservations", "203.0.113.91").getStatus()).isEqualTo(503);
        assertThat(answerTo("/api/v1/reservations", "203.0.113.92").getStatus()).isEqualTo(200);
        assertThat(answerTo("/api/v1/reservations", OWN_MACHINE).getStatus()).isEqualTo(200);

        underWay.removeFirst().end();
        assertThat(answerTo("/api/v1/reservations", "203.0.113.91").getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"64,64", "256,170", "1024,1194"})
    void takesAsManyAsTheHeapHasRoomFor(long heapMegabytes, int requests) {
        assertThat(ConcurrentRequests.max(heapMegabytes * 1024 * 1024)).isEqualTo(requests);
    }

    @Test
    void makesRoomAgainWhereARequestFails() throws Exception {
        for (int i = 0; i <= MAX; i++) {
            var request = request("/api/v1/reservations", "203.0.113.94");
            assertThatThrownBy(() -> bound.doFilter(request, new MockHttpServletResponse(), (_, _) -> {
                        throw new IllegalStateException("failed");
                    }))
                    .hasMessage("failed");
        }

        assertThat(answerTo("/api/v1/reservations", "203.0.113.94").getStatus()).isEqualTo(200);
    }

    @Test
    void boundsWhatIsAnsweredFastAndMayWaitAndNothingElseOfThat() throws Exception {
        var address = "203.0.113.93";
        for (int i = 0; i < ConcurrentRequests.addressMax(); i++) {
            underWay.add(new UnderWay(ofTheService, request("/api/v1/reservations", address)));
        }

        assertThat(fastAnswer(address, true)).isEqualTo(503);
        assertThat(fastAnswer(address, false)).isEqualTo(200);

        underWay.removeFirst().end();
        assertThat(fastAnswer(address, true)).isEqualTo(200);
    }

    private int fastAnswer(String address, boolean mayWait) throws Exception {
        var response = new MockHttpServletResponse();
        var operation = new Fast(mayWait);
        fastPath.lead(request(operation.path(), address), response, operation, (_, _) -> {});
        return response.getStatus();
    }

    @Test
    void countsNoPollOfSomebodyWhoseAccessTokenIsYetToBeVerified() throws Exception {
        for (int i = 0; i < MAX; i++) {
            begin(OWN_MACHINE);
        }
        var poll = request("/api/v1/queue-tokens/current", OWN_MACHINE);
        poll.addHeader("Authorization", "Bearer never-seen");
        var response = new MockHttpServletResponse();
        var reached = new AtomicBoolean();

        fastPath.lead(
                poll,
                response,
                new Fast(false),
                (request, answer) -> bound.doFilter(request, answer, (_, _) -> reached.set(true)));

        assertThat(reached).isTrue();
    }

    private void begin(String address) throws InterruptedException {
        underWay.add(new UnderWay(bound, request("/api/v1/reservations", address)));
    }

    private MockHttpServletResponse answerTo(String path, String address) throws Exception {
        var response = new MockHttpServletResponse();
        bound.doFilter(request(path, address), response, (_, _) -> {});
        return response;
    }

    private static MockHttpServletRequest request(String path, String address) {
        var request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setRemoteAddr(address);
        return request;
    }

    private record Fast(boolean mayWait) implements FastPath.Operation {

        @Override
        public String path() {
            return "/api/v1/fast";
        }

        @Override
        public void answer(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(HttpServletResponse.SC_OK);
        }
    }

    /** A request whose answer is not there yet. */
    private static final class UnderWay {

        private final CountDownLatch answered = new CountDownLatch(1);
        private final Thread thread;

        UnderWay(ConcurrentRequests bound, MockHttpServletRequest request) throws InterruptedException {
            var arrived = new CountDownLatch(1);
            thread = Thread.startVirtualThread(() -> {
                try {
                    bound.doFilter(request, new MockHttpServletResponse(), (_, _) -> {
                        arrived.countDown();
                        try {
                            answered.await();
                        } catch (InterruptedException stopped) {
                            throw new IllegalStateException(stopped);
                        }
                    });
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            });
            assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
        }

        void end() throws InterruptedException {
            answered.countDown();
            thread.join();
        }
    }
}
