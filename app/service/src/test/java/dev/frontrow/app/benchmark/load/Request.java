package dev.frontrow.app.benchmark.load;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request as it goes over the wire, made once and sent as often as one likes.
 *
 * @param operation what its answers are counted under
 * @param bytes head and body
 */
public record Request(String operation, byte[] bytes) {

    /** A request without a body. */
    public static Request get(String operation, String path, String... headers) {
        return of(operation, "GET", path, null, headers);
    }

    /** A request with a body of JSON, or with an empty one. */
    public static Request post(String operation, String path, String json, String... headers) {
        return of(operation, "POST", path, json, headers);
    }

    /** A request with a body of JSON that puts something in the place of what is there. */
    public static Request put(String operation, String path, String json, String... headers) {
        return of(operation, "PUT", path, json, headers);
    }

    /** A request without a body that takes something away. */
    public static Request delete(String operation, String path, String... headers) {
        return of(operation, "DELETE", path, null, headers);
    }

    private static Request of(String operation, String method, String path, @Nullable String json, String... headers) {
        var head = new StringBuilder(512)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: localhost\r\n");
        for (var i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        if (json != null) {
            if (!json.isEmpty()) {
                head.append("Content-Type: application/json\r\n");
            }
            head.append("Content-Length: ")
                    .append(json.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n");
        }
        head.append("\r\n");
        if (json != null) {
            head.append(json);
        }
        return new Request(operation, head.toString().getBytes(StandardCharsets.UTF_8));
    }
}
