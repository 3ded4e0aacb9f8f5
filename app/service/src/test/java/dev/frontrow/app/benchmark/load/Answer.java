package dev.frontrow.app.benchmark.load;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back.
 *
 * @param status of HTTP; {@link #LOST} where the connection broke before there was one
 * @param head the status line and the headers
 * @param body what came after them, not decompressed
 * @param nanos from when the request was ready to be sent
 */
public record Answer(int status, String head, byte[] body, long nanos) {

    /** No answer came. */
    public static final int LOST = 0;

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Whether the service did what it was asked to. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether nothing more can be asked over its connection. */
    boolean isLast() {
        return head.contains("\r\nConnection: close");
    }

    /** How many bytes it has, head and body. */
    public int wireBytes() {
        return head.length() + body.length;
    }

    /** The body read. */
    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** The body as it is. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The value of a header, or null. */
    public @Nullable String header(String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse(null);
    }

    /** This answer, if its status is as it should be; for what must not fail. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new IllegalStateException("expected " + expected + ", but was " + status + ": " + head + text());
        }
        return this;
    }
}
