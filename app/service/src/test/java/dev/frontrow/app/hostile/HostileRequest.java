package dev.frontrow.app.hostile;

import dev.frontrow.app.openapi.Operation;
import java.nio.charset.StandardCharsets;

/**
 * A request, byte by byte.
 *
 * @param operation that it is meant for, more or less
 * @param itself whether method and path are that operation's own, so that its description tells how it may be answered
 */
public record HostileRequest(Operation operation, String method, boolean itself, byte[] bytes) {

    /** Whether something has changed if this is accepted. */
    public boolean changesSomething() {
        return !method.equals("GET")
                && !method.equals("HEAD")
                && !method.equals("OPTIONS")
                && !operation.path().endsWith("/demo/login");
    }

    @Override
    public String toString() {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.length() > 3_000 ? text.substring(0, 3_000) + "…" : text;
    }
}
