package dev.frontrow.point.domain;

import java.util.regex.Pattern;

/**
 * The name a user gives to a request, so that repeating it does nothing twice.
 *
 * @param value 1 to 255 visible ASCII characters
 */
public record IdempotencyKey(String value) {

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,255}");

    public IdempotencyKey {
        if (!VISIBLE_ASCII.matcher(value).matches()) {
            throw new IllegalArgumentException("an idempotency key has 1 to 255 visible ASCII characters");
        }
    }

    /**
     * Reads a key as a client sends it.
     *
     * @throws IllegalArgumentException if it can't be one
     */
    public static IdempotencyKey valueOf(String text) {
        return new IdempotencyKey(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
