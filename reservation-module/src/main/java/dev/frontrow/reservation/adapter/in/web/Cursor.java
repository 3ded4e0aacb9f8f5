package dev.frontrow.reservation.adapter.in.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Where a page begins: opaque to clients, the last reservation's place in the order within. */
record Cursor(long before) {

    private static final Pattern CANONICAL = Pattern.compile("[1-9][0-9]{0,17}");

    /** Called by Spring, which asks for a public method. */
    public static Cursor valueOf(String text) {
        var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1);
        if (!CANONICAL.matcher(decoded).matches()) {
            throw new IllegalArgumentException("must be a cursor of a page before");
        }
        return new Cursor(Long.parseLong(decoded));
    }

    /** As clients get it. */
    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(before).getBytes(StandardCharsets.ISO_8859_1));
    }
}
