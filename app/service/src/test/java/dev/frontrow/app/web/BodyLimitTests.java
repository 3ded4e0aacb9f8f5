package dev.frontrow.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.app.edge.EdgeTest;
import dev.frontrow.app.edge.Http;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@EdgeTest
class BodyLimitTests {

    private static final String ORDERS = "/api/v1/edge/orders";
    private static final String ORDER = "{\"name\":\"a\",\"amount\":1,\"rows\":1}";

    private final Http http;

    BodyLimitTests(Http http) {
        this.http = http;
    }

    @Test
    void takesABodyOfExactlyTheLimit() {
        var answer = http.postAs("alice", ORDERS, paddedTo(BodyLimitFilter.BYTES_MAX));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void refusesALongerOneByWhatItSaysOfItself() {
        var answer = http.postAs("alice", ORDERS, paddedTo(BodyLimitFilter.BYTES_MAX + 1));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("request-too-large");
    }

    @Test
    void refusesALongerOneThatDoesNotSayHowLongItIs() {
        assertThat(chunked(paddedTo(BodyLimitFilter.BYTES_MAX)).status()).isEqualTo(200);

        var answer = chunked(paddedTo(BodyLimitFilter.BYTES_MAX + 1));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("request-too-large");
    }

    private Http.Answer chunked(String body) {
        var message = new StringBuilder("POST " + ORDERS + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nAuthorization: Bearer "
                + http.token("alice") + "\r\n\r\n");
        message.append(Integer.toHexString(body.length()))
                .append("\r\n")
                .append(body)
                .append("\r\n0\r\n\r\n");
        return http.raw(message.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static String paddedTo(int bytes) {
        return ORDER + " ".repeat(bytes - ORDER.length());
    }
}
