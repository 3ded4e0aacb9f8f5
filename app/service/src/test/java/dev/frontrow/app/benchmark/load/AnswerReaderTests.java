package dev.frontrow.app.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTests {

    private final AnswerReader reader = new AnswerReader();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void putsAnAnswerOfKnownLengthTogether(int pieceLength) {
        var answer = read("HTTP/1.1 201 \r\ncontent-Length: 5\r\nLocation: /x\r\n\r\nhello", pieceLength);

        assertThat(answer).isNotNull();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text()).isEqualTo("hello");
        assertThat(answer.header("Location")).isEqualTo("/x");
        assertThat(answer.header("location")).isEqualTo("/x");
        assertThat(answer.header("Retry-After")).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void putsAnAnswerInChunksTogether(int pieceLength) {
        var answer = read(
                "HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhell\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n",
                pieceLength);

        assertThat(answer).isNotNull();
        assertThat(answer.text()).isEqualTo("hell0123456789abcdef");
    }

    @ParameterizedTest
    @ValueSource(strings = {"204", "304"})
    void expectsNoBodyWhereThereIsNone(String status) {
        var answer = read("HTTP/1.1 " + status + " \r\nETag: W/\"1\"\r\nContent-Length: 7\r\n\r\n", 1000);

        assertThat(answer).isNotNull();
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void waitsForTheRest() {
        assertThat(read("HTTP/1.1 200 \r\nContent-Length: 5\r\n\r\nhell", 1000)).isNull();
        assertThat(read("o", 1000)).isNotNull();
    }

    @Test
    void readsOneAnswerAfterTheOther() {
        read("HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n", 1000);

        var second = read("HTTP/1.1 404 \r\nContent-Length: 1\r\n\r\nb", 1000);

        assertThat(second).isNotNull();
        assertThat(second.status()).isEqualTo(404);
        assertThat(second.text()).isEqualTo("b");
    }

    @Test
    void forgetsWhatIsHalfRead() {
        read("HTTP/1.1 200 \r\nContent-Length: 5\r\n\r\nhe", 1000);

        reader.reset();

        var answer = read("HTTP/1.1 200 \r\nContent-Length: 2\r\n\r\nok", 1000);
        assertThat(answer).isNotNull();
        assertThat(answer.text()).isEqualTo("ok");
    }

    /** What the last piece completes. */
    private @Nullable Answer read(String text, int pieceLength) {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        Answer last = null;
        while (bytes.hasRemaining()) {
            assertThat(last).as("whole before the last piece").isNull();
            var piece = bytes.slice(bytes.position(), Math.min(pieceLength, bytes.remaining()));
            bytes.position(bytes.position() + piece.remaining());
            last = reader.read(piece);
        }
        return last;
    }
}
