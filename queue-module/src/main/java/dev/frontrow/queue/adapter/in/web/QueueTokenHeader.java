package dev.frontrow.queue.adapter.in.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Reads the header that carries a token. */
final class QueueTokenHeader {

    static final String NAME = "Queue-Token";

    private QueueTokenHeader() {}

    /** What was sent, or null if nothing was; several of them make a text that is no token. */
    static @Nullable String in(HttpHeaders headers) {
        var sent = headers.getOrEmpty(NAME);
        return sent.isEmpty() ? null : String.join(", ", sent);
    }
}
