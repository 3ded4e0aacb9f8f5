package dev.frontrow.edge.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.edge.EdgeTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@EdgeTest
class BodyLimitTests {

    private static final String ORDER = "{\"name\":\"a\",\"amount\":1,\"rows\":1}";

    private static final int BYTES_MAX = 1024 * 1024;

    private final int port;

    BodyLimitTests(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void takesABodyOfExactlyTheLimit() throws Exception {
        assertThat(send(withLength(BYTES_MAX)).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesALongerOneByWhatItSaysOfItself() throws Exception {
        assertThatItIsTooLarge(send(withLength(BYTES_MAX + 1)));
    }

    @Test
    void refusesALongerOneThatDoesNotSayHowLongItIs() throws Exception {
        assertThat(send(inChunks(BYTES_MAX)).statusCode()).isEqualTo(200);
        assertThatItIsTooLarge(send(inChunks(BYTES_MAX + 1)));
    }

    private static void assertThatItIsTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"code\":\"request-too-large\"", "\"type\":\"/problems/request-too-large\"");
    }

    private HttpResponse<String> send(BodyPublisher body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/edge/orders"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .POST(body)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static BodyPublisher withLength(int bytes) {
        return BodyPublishers.ofByteArray(paddedTo(bytes));
    }

    private static BodyPublisher inChunks(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(paddedTo(bytes)));
    }

    private static byte[] paddedTo(int bytes) {
        return (ORDER + " ".repeat(bytes - ORDER.length())).getBytes(StandardCharsets.US_ASCII);
    }
}
