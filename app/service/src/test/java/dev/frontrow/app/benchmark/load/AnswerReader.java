package dev.frontrow.app.benchmark.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts an answer of HTTP/1.1 together from the pieces in which it arrives; one at a time, as requests are not sent ahead. */
final class AnswerReader {

    private static final int LENGTH_UNKNOWN = -1;
    private static final byte[] CONTENT_LENGTH = "content-length:".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] TRANSFER_ENCODING = "transfer-encoding:".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] NONE = {};

    private byte[] bytes = new byte[1024];
    private int length;

    private int bodyStart;
    private int bodyLength = LENGTH_UNKNOWN;
    private boolean chunked;

    /** Where the chunk begins that is not yet whole. */
    private int chunkStart;

    /** The body of the chunks that are whole. */
    private byte[] unchunked = NONE;

    /**
     * Takes what has arrived.
     *
     * @return the answer, once it is whole; its {@code nanos} are not known here
     */
    @Nullable
    Answer read(ByteBuffer arrived) {
        append(arrived);
        if (bodyStart == 0 && !readHead()) {
            return null;
        }
        byte[] body;
        if (chunked) {
            if (!readChunks()) {
                return null;
            }
            body = unchunked;
        } else {
            if (length - bodyStart < bodyLength) {
                return null;
            }
            body = Arrays.copyOfRange(bytes, bodyStart, bodyStart + bodyLength);
        }
        var answer = new Answer(status(), new String(bytes, 0, bodyStart, StandardCharsets.ISO_8859_1), body, 0);
        reset();
        return answer;
    }

    /** Forgets what is half read. */
    void reset() {
        length = 0;
        bodyStart = 0;
        bodyLength = LENGTH_UNKNOWN;
        chunked = false;
        unchunked = NONE;
    }

    private void append(ByteBuffer arrived) {
        var more = arrived.remaining();
        if (bytes.length < length + more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
        arrived.get(bytes, length, more);
        length += more;
    }

    private boolean readHead() {
        for (var at = 3; at < length; at++) {
            if (bytes[at] == '\n' && bytes[at - 1] == '\r' && bytes[at - 2] == '\n' && bytes[at - 3] == '\r') {
                bodyStart = at + 1;
                readLengths();
                return true;
            }
        }
        return false;
    }

    private void readLengths() {
        for (var line = lineAfter(0); line < bodyStart - 2; line = lineAfter(line)) {
            if (begins(line, CONTENT_LENGTH)) {
                bodyLength = number(line + CONTENT_LENGTH.length, 10);
            } else if (begins(line, TRANSFER_ENCODING)) {
                chunked = true;
            }
        }
        var status = status();
        if (status == 204 || status == 304 || (!chunked && bodyLength == LENGTH_UNKNOWN)) {
            chunked = false;
            bodyLength = 0;
        }
        chunkStart = bodyStart;
    }

    private int status() {
        return number("HTTP/1.1 ".length(), 10);
    }

    private int lineAfter(int at) {
        var next = at;
        while (bytes[next] != '\n') {
            next++;
        }
        return next + 1;
    }

    private boolean begins(int at, byte[] name) {
        for (var i = 0; i < name.length; i++) {
            // Letters of a header's name in either case.
            if ((bytes[at + i] | 0x20) != name[i] && bytes[at + i] != name[i]) {
                return false;
            }
        }
        return true;
    }

    private int number(int start, int radix) {
        var at = start;
        while (bytes[at] == ' ') {
            at++;
        }
        var value = 0;
        for (var digit = Character.digit(bytes[at], radix); digit >= 0; digit = Character.digit(bytes[++at], radix)) {
            value = value * radix + digit;
        }
        return value;
    }

    /** Whether the last chunk is there; takes the ones before it on the way. */
    private boolean readChunks() {
        while (true) {
            var lineEnd = chunkStart;
            while (lineEnd < length && bytes[lineEnd] != '\n') {
                lineEnd++;
            }
            if (lineEnd == length) {
                return false;
            }
            var size = number(chunkStart, 16);
            var next = lineEnd + 1 + size + 2;
            if (next > length) {
                return false;
            }
            if (size == 0) {
                return true;
            }
            var before = unchunked.length;
            unchunked = Arrays.copyOf(unchunked, before + size);
            System.arraycopy(bytes, lineEnd + 1, unchunked, before, size);
            chunkStart = next;
        }
    }
}
