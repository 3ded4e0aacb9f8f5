package dev.frontrow.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SharedAnswerTests {

    private static final String LONG = "{\"text\":\"" + "나-1-1 ".repeat(200) + "\"}";

    private final SharedBytes bytes = SharedBytes.of(LONG.getBytes(UTF_8));
    private final SharedAnswer<String> answer = new SharedAnswer<>("v1.all", () -> bytes);
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");

    @ParameterizedTest
    @ValueSource(
            strings = {"W/\"v1.all\"", "\"v1.all\"", "\"x\", W/\"v1.all\"", "W/\"a,b\",W/\"v1.all\" , \"y\"", "*", " * "
            })
    void isNotSentToWhoHasIt(String known) throws IOException {
        request.addHeader("If-None-Match", known);
        var unasked = new SharedAnswer<String>("v1.all", () -> {
            throw new IllegalStateException("nobody gets the content");
        });

        var response = write(unasked);

        assertThat(response.getStatus()).isEqualTo(304);
        assertThat(response.getHeader("ETag")).isEqualTo("W/\"v1.all\"");
        assertThat(response.getHeader("Vary")).isEqualTo("Accept-Encoding");
        assertThat(response.getHeaderNames()).doesNotContain("Content-Length", "Content-Type", "Content-Encoding");
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void isNotSentToWhoNamesItInASecondHeader() throws IOException {
        request.addHeader("If-None-Match", "\"x\"");
        request.addHeader("If-None-Match", "W/\"v1.all\"");

        assertThat(write(answer).getStatus()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "W/\"v1.all-gzip\"", "", "nonsense", "v1.all\"", "W/v1.all", "\"W/v1.all\""})
    void isSentToWhoHasAnother(String known) throws IOException {
        request.addHeader("If-None-Match", known);

        assertThat(write(answer).getStatus()).isEqualTo(200);
    }

    @Test
    void isSentPlainUnlessAskedOtherwise() throws IOException {
        var response = write(answer);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("application/json");
        assertThat(response.getHeader("ETag")).isEqualTo("W/\"v1.all\"");
        assertThat(response.getHeader("Vary")).isEqualTo("Accept-Encoding");
        assertThat(response.getHeader("Content-Encoding")).isNull();
        assertThat(response.getContentLength()).isEqualTo(LONG.getBytes(UTF_8).length);
        assertThat(response.getContentAsByteArray()).isEqualTo(LONG.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZip", "deflate, gzip, br", "br;q=1.0, gzip;q=0.001", "identity, gzip"})
    void isSentCompressedToWhoTakesThat(String accepted) throws IOException {
        request.addHeader("Accept-Encoding", accepted);

        var response = write(answer);

        assertThat(response.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(response.getHeader("ETag")).as("the same content").isEqualTo("W/\"v1.all\"");
        assertThat(response.getHeader("Vary")).isEqualTo("Accept-Encoding");
        assertThat(response.getContentLength())
                .isEqualTo(response.getContentAsByteArray().length)
                .isLessThan(LONG.length());
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(LONG.getBytes(UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "identity",
                "br",
                "gzip;q=0",
                "gzip;q=0.000",
                "*",
                "gzip;q=0, *;q=1",
                "gzipped",
                "br, gzip;q=0"
            })
    void isSentPlainToWhoDoesNotTakeThat(String accepted) throws IOException {
        request.addHeader("Accept-Encoding", accepted);

        var response = write(answer);

        assertThat(response.getHeader("Content-Encoding")).isNull();
        assertThat(response.getContentAsByteArray()).isEqualTo(LONG.getBytes(UTF_8));
    }

    @Test
    void isSentPlainWhereItIsShort() throws IOException {
        var brief = "{}".getBytes(US_ASCII);
        request.addHeader("Accept-Encoding", "gzip");

        var response = write(SharedAnswer.of(SharedBytes.of(brief)));

        assertThat(response.getHeader("Content-Encoding")).isNull();
        assertThat(response.getHeader("Vary")).isEqualTo("Accept-Encoding");
        assertThat(response.getContentAsByteArray()).isEqualTo(brief);
    }

    @Test
    void isNamedByItsBytesWhereItHasNoOtherName() {
        var same = SharedAnswer.of(SharedBytes.of(LONG.getBytes(UTF_8)));

        assertThat(SharedAnswer.of(bytes).version()).isEqualTo(same.version()).matches("[A-Za-z0-9_-]{12}");
        assertThat(SharedAnswer.of(SharedBytes.of(LONG.replace('1', '2').getBytes(UTF_8)))
                        .version())
                .isNotEqualTo(same.version());
    }

    @Test
    void takesAsMuchMemoryAsItsBytes() {
        assertThat(bytes.weight())
                .isGreaterThan(LONG.getBytes(UTF_8).length)
                .isLessThan(2 * LONG.getBytes(UTF_8).length);
    }

    private MockHttpServletResponse write(SharedAnswer<?> shared) throws IOException {
        var response = new MockHttpServletResponse();
        shared.write(request, response);
        return response;
    }
}
