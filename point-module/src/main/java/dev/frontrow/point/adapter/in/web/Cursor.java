package dev.frontrow.point.adapter.in.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;

/**
 * Where the next page of transactions begins; opaque to clients.
 *
 * @param before the transactions before the one of this number, above 0
 */
record Cursor(long before) {

    static final Cursor START = new Cursor(Long.MAX_VALUE);

    Cursor {
        if (before <= 0) {
            throw new IllegalArgumentException("not a cursor");
        }
    }

    /**
     * Reads a cursor as a client got it.
     *
     * @throws IllegalArgumentException for anything that {@link #text} can't have written
     */
    public static Cursor valueOf(String text) {
        var cursor = new Cursor(Long.parseLong(new String(Base64.getUrlDecoder().decode(text), US_ASCII)));
        if (!cursor.text().equals(text)) {
            throw new IllegalArgumentException("not a cursor");
        }
        return cursor;
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(before).getBytes(US_ASCII));
    }
}
