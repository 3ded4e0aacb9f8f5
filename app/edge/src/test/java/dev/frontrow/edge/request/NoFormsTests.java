package dev.frontrow.edge.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.edge.EdgeTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@EdgeTest
class NoFormsTests {

    private final int port;

    NoFormsTests(@LocalServerPort int port) {
        this.port = port;
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 60000", "Content-Length: 600000", "Transfer-Encoding: chunked"})
    void answersAFormOfWhichNothingComes(String framing) throws Exception {
        assertThat(statusLineOf(framing, "")).startsWith("HTTP/1.1 404");
    }

    @Test
    void takesNoParametersFromAForm() throws Exception {
        assertThat(statusLineOf("Content-Length: 7", "a=1&a=2")).startsWith("HTTP/1.1 404");
    }

    private String statusLineOf(String framing, String body) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("""
                    POST /api/v1/edge/nothing HTTP/1.1
                    Host: localhost
                    Content-Type: application/x-www-form-urlencoded
                    %s

                    %s""".formatted(framing, body).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
