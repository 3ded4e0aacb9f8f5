package dev.frontrow.app.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.frontrow.app.benchmark.load.Visitor.Leave;
import dev.frontrow.app.benchmark.load.Visitor.Pause;
import dev.frontrow.app.benchmark.load.Visitor.Send;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTests {

    private final Set<InetSocketAddress> clients = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    LoadTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            clients.add(exchange.getRemoteAddress());
            var body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void givesEachRequestItsAnswer() {
        var answers = new ArrayList<String>();
        try (var load = new Load(server.getAddress(), 4)) {
            var tally = load.run(Pile.patient(
                    10,
                    IntStream.range(0, 500).iterator(),
                    number -> Request.post("echo", "/", "n" + number),
                    (number, answer) -> answers.add(number + answer.text())));

            assertThat(answers).hasSize(500).allMatch(answer -> answer.matches("(\\d+)n\\1"));
            assertThat(tally.of("echo").statuses()).containsOnlyKeys(200).containsValue(500);
            assertThat(tally.of("echo").millis(100)).isPositive();
            assertThat(tally.seconds()).isPositive();
        }
    }

    @Test
    void usesSoManyConnectionsAndKeepsThem() {
        try (var load = new Load(server.getAddress(), 4)) {
            var requests = Collections.nCopies(100, Request.post("echo", "/", "x"));
            load.run(Pile.shared(4, requests.iterator()));
            load.run(Pile.shared(4, requests.iterator()));

            assertThat(load.open()).isEqualTo(4);
        }
        assertThat(clients).hasSize(4);
    }

    @Test
    void countsAnswersByStatus() {
        try (var load = new Load(server.getAddress(), 1)) {
            var tally = load.run(Pile.shared(
                    1,
                    List.of(Request.get("nothing", "/a"), Request.get("nothing", "/b"))
                            .iterator()));

            assertThat(tally.of("nothing").count(400, 499)).isEqualTo(2);
            assertThat(tally.of("nothing").successes()).isZero();
        }
    }

    @Test
    void letsVisitorsPauseAndComeBack() {
        var pauses = new ArrayList<Boolean>();
        try (var load = new Load(server.getAddress(), 1)) {
            var tally = load.run(List.of(answer -> {
                if (answer != null) {
                    return new Leave();
                }
                pauses.add(true);
                return pauses.size() < 3 ? new Pause(Duration.ofMillis(1)) : new Send(Request.get("late", "/"));
            }));

            assertThat(pauses).hasSize(3);
            assertThat(tally.of("late").all()).isEqualTo(1);
        }
    }

    @Test
    void beginsNothingAfterItsTime() {
        try (var load = new Load(server.getAddress(), 1)) {
            var tally = load.run(
                    Pile.shared(1, new Turns<>(List.of(Request.post("echo", "/", "x")))), Duration.ofMillis(50));

            assertThat(tally.of("echo").all()).isPositive();
            assertThat(tally.of("echo").count(0, 199)).isZero();
        }
    }

    @Test
    void letsThemGoOnFromOneLookToTheNext() {
        try (var load = new Load(server.getAddress(), 2)) {
            load.come(Pile.shared(2, new Turns<>(List.of(Request.post("echo", "/", "x")))));
            var first = load.goOn(Duration.ofMillis(50));
            var second = load.goOn(Duration.ofMillis(50));
            load.finish(Duration.ZERO);

            assertThat(first.of("echo").successes()).isPositive();
            assertThat(second.of("echo").successes()).isPositive();
            assertThat(load.run(List.of()).of("echo").all()).isZero();
        }
    }

    @Test
    void opensAnewWhatTheServiceClosesWithItsAnswer() {
        server.createContext("/last", exchange -> {
            clients.add(exchange.getRemoteAddress());
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        try (var load = new Load(server.getAddress(), 2)) {
            var tally = load.run(Pile.shared(
                    2, Collections.nCopies(50, Request.get("last", "/last")).iterator()));

            assertThat(tally.of("last").statuses()).containsOnlyKeys(204).containsValue(50);
        }
        assertThat(clients).hasSize(50);
    }

    @Test
    void sendsAgainWhatWasSentOverAConnectionThatIsClosed() throws IOException {
        try (var forgetful = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                var load = new Load((InetSocketAddress) forgetful.getLocalSocketAddress(), 1)) {
            var connections = new AtomicInteger();
            Thread.startVirtualThread(() -> answerOnce(forgetful, connections));
            var tally = load.run(Pile.shared(
                    1, Collections.nCopies(3, Request.get("short", "/")).iterator()));

            assertThat(tally.of("short").statuses()).containsOnlyKeys(204).containsValue(3);
            assertThat(connections).hasValue(3);
        }
    }

    /** Answers the first request of each connection, and closes it when there is a second. */
    private static void answerOnce(ServerSocket server, AtomicInteger connections) {
        try {
            while (true) {
                try (var connection = server.accept()) {
                    connections.incrementAndGet();
                    var requests = connection.getInputStream();
                    var bytes = new byte[1024];
                    if (requests.read(bytes) > 0) {
                        connection.getOutputStream().write("HTTP/1.1 204 \r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                        requests.read(bytes);
                    }
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    @Test
    void tellsOfAConnectionThatBreaks() throws IOException {
        try (var deaf = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                var load = new Load((InetSocketAddress) deaf.getLocalSocketAddress(), 1)) {
            Executors.newVirtualThreadPerTaskExecutor().submit(() -> {
                deaf.accept().close();
                return true;
            });

            assertThat(load.ask(Request.get("lost", "/")).status()).isEqualTo(Answer.LOST);
        }
    }
}
