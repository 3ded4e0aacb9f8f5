package dev.frontrow.edge;

import java.util.regex.Pattern;

/**
 * The name a user gives to a request, so that repeating it does nothing twice. A parameter of a web operation: the header
 * {@code Idempotency-Key}, null where there is none.
 *
 * @param value 1 to 255 visible ASCII characters
 */
public record IdempotencyKey(String value) {

    /** The header that carries it. */
    public static final String HEADER = "Idempotency-Key";

    /** The header of an answer that was given before, then {@code true}; otherwise it is left out. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,255}");

    public IdempotencyKey {
        if (!VISIBLE_ASCII.matcher(value).matches()) {
            throw new IllegalArgumentException("an idempotency key has 1 to 255 visible ASCII characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
