package dev.frontrow.edge.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.edge.EdgeTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@EdgeTest
class UnreadBodiesTests {

    private final int port;

    UnreadBodiesTests(@LocalServerPort int port) {
        this.port = port;
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/edge/nothing,60000,404", "/api/v1/edge/orders,1048577,413"})
    void areNotWaitedForWhereTheyTrickle(String path, int length, int status) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var answers = reader(socket);
            send(socket, path, length, "");
            assertThat(statusOf(answers)).isEqualTo(status);

            socket.setSoTimeout(1);
            await().atMost(Duration.ofSeconds(30)).until(() -> isClosedAfterOneMoreByte(socket));
        }
    }

    @Test
    void areReadWhereTheyComeSoThatTheConnectionGoesOn() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var body = "a".repeat(200_000);
            socket.setSoTimeout(8_000);
            var answers = reader(socket);
            send(socket, "/api/v1/edge/nothing", body.length(), body);
            assertThat(statusOf(answers)).isEqualTo(404);

            send(socket, "/api/v1/edge/nothing", 1, "a");
            assertThat(answers.lines().anyMatch(line -> line.contains("HTTP/1.1 404")))
                    .isTrue();
        }
    }

    @Test
    void areNotWaitedForWhereTheClientWaitsToBeToldToSendThem() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(8_000);
            var answers = reader(socket);
            send(socket, "/api/v1/edge/nothing", "Content-Length: 12\r\nExpect: 100-continue", "");

            assertThat(answers.lines()).startsWith("HTTP/1.1 404 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 12\r\nContent-Length: 13", "Content-Length: twelve"})
    @ExtendWith(OutputCaptureExtension.class)
    void areNotLookedForWhereNobodyCanTellHowLongTheyAre(String length, CapturedOutput log) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(8_000);
            var answers = reader(socket);
            send(socket, "/api/v1/edge/nothing", length, "a");

            assertThat(answers.lines()).startsWith("HTTP/1.1 400 ");
            assertThat(log).doesNotContain("ERROR");
        }
    }

    private static boolean isClosedAfterOneMoreByte(Socket socket) throws IOException {
        try {
            socket.getOutputStream().write('a');
            while (socket.getInputStream().read() >= 0) {
                // The rest of the answer.
            }
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException closed) {
            return true;
        }
    }

    private static void send(Socket socket, String path, int length, String body) throws IOException {
        send(socket, path, "Content-Length: " + length, body);
    }

    private static void send(Socket socket, String path, String framing, String body) throws IOException {
        socket.getOutputStream().write("""
                POST %s HTTP/1.1
                Host: localhost
                Content-Type: application/json
                %s

                %s""".formatted(path, framing, body)
                .replaceAll("\r?\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    private static int statusOf(BufferedReader answers) throws IOException {
        return Integer.parseInt(answers.readLine().split(" ", -1)[1]);
    }
}
