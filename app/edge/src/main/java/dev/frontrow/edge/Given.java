package dev.frontrow.edge;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A member of a JSON Merge Patch (RFC 7386), which may be left out: what is not named stays. A component of the record that a
 * web operation reads such a patch into.
 *
 * @param isNamed whether it was there, be it as null
 * @param value what it was; null where it was null, or was not there
 */
public record Given<T>(boolean isNamed, @Nullable T value) {

    /** The media type of a merge patch. */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    /** One that was there. */
    public static <T> Given<T> of(@Nullable T value) {
        return new Given<>(true, value);
    }

    /** One that was not. */
    public static <T> Given<T> not() {
        return new Given<>(false, null);
    }

    /** The same, with its value as something else. */
    public <R> Given<R> map(Function<? super T, ? extends R> as) {
        return new Given<>(isNamed, value == null ? null : as.apply(value));
    }

    /** Whether it was there as null. */
    public boolean isNull() {
        return isNamed && value == null;
    }

    /** What holds from now on. */
    public T or(T current) {
        return value == null ? current : value;
    }
}
