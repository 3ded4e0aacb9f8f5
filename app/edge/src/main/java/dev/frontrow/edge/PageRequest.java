package dev.frontrow.edge;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list a client asks for. A parameter of a web operation: the query's {@code limit} and {@code cursor}.
 *
 * @param limit how many items at most, 1 to {@link #LIMIT_MAX}
 * @param cursor where the page begins; null for the first one
 */
public record PageRequest(int limit, @Nullable Cursor cursor) {

    /** The largest page there is. */
    public static final int LIMIT_MAX = 100;

    /** The page of a client that does not say how large it wants it. */
    public static final int LIMIT_DEFAULT = 20;

    public PageRequest {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("a page has 1 to " + LIMIT_MAX + " items");
        }
    }

    /** How many rows to read: one more tells whether another page follows. */
    public int oneMore() {
        return limit + 1;
    }

    /**
     * Of a list by falling numbers, the number that the page's are below.
     *
     * @throws InvalidRequest if the cursor is none of such a list
     */
    public long before() {
        var number = after(Cursor::number);
        return number == null ? Long.MAX_VALUE : number;
    }

    /**
     * What the page comes after, read from the cursor; null for the first page.
     *
     * @throws InvalidRequest if the reader finds an {@link IllegalArgumentException} for it
     */
    public <T> @Nullable T after(Function<Cursor, T> reader) {
        try {
            return cursor == null ? null : reader.apply(cursor);
        } catch (IllegalArgumentException notOurs) {
            throw new InvalidRequest("cursor", "is not valid");
        }
    }
}
