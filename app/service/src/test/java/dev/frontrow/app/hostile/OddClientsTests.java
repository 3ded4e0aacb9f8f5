package dev.frontrow.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.app.edge.EdgeTest;
import dev.frontrow.app.edge.Http;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clients that are slow, old, in a hurry, or want a proxy and the service to see different requests in the same bytes. */
@EdgeTest
class OddClientsTests {

    private static final String OPEN = "/api/v1/concerts/edge/open";
    private static final String ORDERS = "/api/v1/edge/orders";
    private static final String ORDER = "{\"name\":\"a\"}";
    private static final String SMUGGLED = "GET " + OPEN + "?smuggled HTTP/1.1\r\nHost: a\r\n\r\n";

    private final int port;
    private final String bearer;

    OddClientsTests(@LocalServerPort int port, Http http) {
        this.port = port;
        this.bearer = "Authorization: Bearer " + http.token("odd") + "\r\n";
    }

    @Test
    void keepNobodyWaitingBehindThoseWhoSendTheirRequestsByteByByte() throws IOException {
        var slow = new ArrayList<Wire>();
        for (var i = 0; i < 200; i++) {
            slow.add(new Wire(port).say("POST " + ORDERS + " HTTP/1.1\r\nHost: a\r\nX-Slow: a"));
        }

        assertThat(heard(get(OPEN))).startsWith("HTTP/1.1 200").contains("{\"open\":true}");

        for (var one : slow) {
            one.say("\r\n" + bearer + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: ")
                    .say(ORDER.length() + "\r\n\r\n{\"name\":");
        }
        assertThat(heard(get(OPEN))).startsWith("HTTP/1.1 200");
        for (var one : slow) {
            one.say("\"a\"}");
            assertThat(one.everything()).startsWith("HTTP/1.1 200").contains(ORDER);
            one.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "G",
                "GET ",
                "GET " + OPEN + " HTTP/1.1\r\n",
                "GET " + OPEN + " HTTP/1.1\r\nHost: a\r\n",
                "POST " + ORDERS + " HTTP/1.1\r\nHost: a\r\nBEARER",
                "POST " + ORDERS + " HTTP/1.1\r\nHost: a\r\nBEARERContent-Length: 12\r\n\r\n",
                "POST " + ORDERS + " HTTP/1.1\r\nHost: a\r\nBEARERContent-Length: 12\r\n\r\n{\"name\"",
                "POST " + ORDERS + " HTTP/1.1\r\nHost: a\r\nBEARERTransfer-Encoding: chunked\r\n\r\nc\r\n{\"name\"",
                "POST " + ORDERS + " HTTP/1.1\r\nHost: a\r\nBEARERTransfer-Encoding: chunked\r\n\r\nc\r\n" + ORDER
                        + "\r\n"
            })
    void areLetGoWhereHalfARequestIsAllThatTheySend(String half) throws IOException {
        try (var wire = new Wire(port)) {
            var heard = wire.say(half.replace("BEARER", bearer + "Content-Type: application/json\r\n"))
                    .fallSilent()
                    .everything();

            assertThat(heard).doesNotContain("HTTP/1.1 2", "Exception");
        }
    }

    @Test
    void areUnderstoodWhereTheySpeakAnOlderHttp() throws IOException {
        assertThat(heard("GET " + OPEN + " HTTP/1.0\r\n\r\n"))
                .contains("HTTP/1.1 200", "{\"open\":true}")
                .doesNotContain("Transfer-Encoding");
        assertThat(heard("GET " + OPEN
                        + " HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET /api/v1/nothing HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .contains("HTTP/1.1 404");
        assertThat(heard("GET " + OPEN + "\r\n")).isEqualTo("{\"open\":true}");
    }

    @Test
    void areAnsweredInOrderWhereTheyDoNotWaitForAnAnswer() throws IOException {
        var order = "POST " + ORDERS + " HTTP/1.1\r\nHost: a\r\n" + bearer + "Content-Type: application/json\r\n"
                + "Content-Length: 12\r\n\r\n" + ORDER;
        var many = ("GET " + OPEN + " HTTP/1.1\r\nHost: a\r\n\r\n" + order).repeat(20);

        var heard = heard(many + get("/api/v1/nothing"));

        assertThat(Wire.answers(heard)).isEqualTo(41);
        assertThat(heard.split("HTTP/1\\.1 200", -1)).hasSize(41);
        assertThat(heard.substring(heard.lastIndexOf("HTTP/1.1"))).contains("404");
    }

    @Test
    void areToldToGoOnBeforeTheySendABodyAndOnlyIfTheyMay() throws IOException {
        var head =
                "POST " + ORDERS + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n"
                        + "Connection: close\r\nContent-Length: 12\r\n";
        try (var wire = new Wire(port)) {
            wire.say(head + bearer + "\r\n");
            assertThat(wire.until("\r\n\r\n")).startsWith("HTTP/1.1 100");
            assertThat(wire.say(ORDER).everything()).startsWith("HTTP/1.1 200");
        }
        try (var wire = new Wire(port)) {
            assertThat(wire.say(head + "\r\n").everything()).startsWith("HTTP/1.1 401");
        }
        var other = heard(head.replace("100-continue", "a-miracle") + bearer + "\r\n");
        assertThat(other).matches("(?s)HTTP/1\\.1 4\\d\\d.*").doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({"c", "C", "00c", "c;a=b", "'c;a=\"b;c\"'"})
    void mayWriteTheSizeOfAChunkAsTheStandardAllows(String size) throws IOException {
        assertThat(heard(chunked(size + "\r\n" + ORDER + "\r\n0\r\n\r\n"))).startsWith("HTTP/1.1 200");
    }

    @Test
    void maySendTrailersWhichChangeNothing() throws IOException {
        var heard = heard(chunked("c\r\n" + ORDER + "\r\n0\r\nAuthorization: Bearer a\r\nContent-Length: 99\r\n\r\n"));

        assertThat(heard).startsWith("HTTP/1.1 200");
        assertThat(Wire.answers(heard)).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-c\r\nBODY\r\n0\r\n\r\n",
                "0xc\r\nBODY\r\n0\r\n\r\n",
                "c \r\n",
                "g\r\nBODY\r\n0\r\n\r\n",
                "\r\nBODY\r\n0\r\n\r\n",
                "10000000c\r\nBODY\r\n0\r\n\r\n",
                "ffffffffffffffff\r\nBODY\r\n0\r\n\r\n",
                "c\r\nBODYa\r\n0\r\n\r\n",
                "b\r\nBODY\r\n0\r\n\r\n",
                "c\nBODY\n0\n\n"
            })
    void areRefusedWhereNobodyCanTellWhereAChunkEnds(String chunks) throws IOException {
        var heard = heard(chunked(chunks.replace("BODY", ORDER)) + SMUGGLED);

        assertThat(heard).startsWith("HTTP/1.1 400").doesNotContain("Exception", "{\"open\":true}");
        assertThat(Wire.answers(heard)).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 12\r\nContent-Length: 13",
                "Content-Length: 12\r\nContent-Length: 12, 13",
                "Content-Length: 12, 12",
                "Content-Length: +12",
                "Content-Length: -1",
                "Content-Length: 0x0c",
                "Content-Length: 12 13",
                "Content-Length: 99999999999999999999",
                "Content-Length : 12",
                "Content-Length\t: 12",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding: identity, chunked, identity",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, gzip",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: \u000bchunked",
                "X: a\rContent-Length: 12",
                "X: a\u0000\r\nContent-Length: 12",
                "Host: b\r\nContent-Length: 12"
            })
    void areRefusedWhereNobodyCanTellWhereTheBodyEnds(String framing) throws IOException {
        for (var method : List.of("POST " + ORDERS, "GET /api/v1/queue-tokens/current", "GET " + OPEN, "GET /docs")) {
            var heard = heard(method + " HTTP/1.1\r\nHost: a\r\n" + bearer + "Content-Type: application/json\r\n"
                    + framing + "\r\n\r\n" + ORDER + SMUGGLED);

            assertThat(heard)
                    .as(method)
                    .matches("(?s)HTTP/1\\.1 [45]\\d\\d.*")
                    .doesNotContain("Exception", "{\"open\":true}");
            assertThat(Wire.answers(heard)).as(method).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST " + ORDERS, "GET /api/v1/queue-tokens/current", "GET " + OPEN, "GET /api/v1/nothing"})
    void areHeardOnceWhereTheBodyIsARequest(String operation) throws IOException {
        for (var framing : List.of(
                "Content-Length: " + SMUGGLED.length() + "\r\n\r\n" + SMUGGLED,
                "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(SMUGGLED.length()) + "\r\n" + SMUGGLED
                        + "\r\n0\r\n\r\n",
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SMUGGLED)) {
            var heard = heard(operation + " HTTP/1.1\r\nHost: a\r\n" + framing);

            assertThat(Wire.answers(heard)).as(framing).isOne();
        }
    }

    private String chunked(String chunks) {
        return "POST " + ORDERS + " HTTP/1.1\r\nHost: a\r\n" + bearer
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    }

    /** All that is answered to somebody who says this, and then no more. */
    private String heard(String said) throws IOException {
        try (var wire = new Wire(port)) {
            return wire.say(said).fallSilent().everything();
        }
    }
}
