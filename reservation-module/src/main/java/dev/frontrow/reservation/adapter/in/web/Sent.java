package dev.frontrow.reservation.adapter.in.web;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.ServletRequestBindingException;

/** What a request says at most once. */
final class Sent {

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private Sent() {}

    /** The request's idempotency key, if it has one. */
    static @Nullable String idempotencyKey(HttpHeaders headers) throws ServletRequestBindingException {
        var keys = headers.getOrEmpty("Idempotency-Key");
        if (keys.isEmpty()) {
            return null;
        }
        if (keys.size() > 1 || !VISIBLE.matcher(keys.getFirst()).matches()) {
            throw new ServletRequestBindingException(
                    "Idempotency-Key must be given once, 1 to 255 visible ASCII characters");
        }
        return keys.getFirst();
    }

    /** Refuses a query that gives one parameter several times. */
    static void once(MultiValueMap<String, String> query, String... names) throws ServletRequestBindingException {
        for (var name : names) {
            if (query.getOrDefault(name, List.of()).size() > 1) {
                throw new ServletRequestBindingException(name + " must be given once");
            }
        }
    }
}
