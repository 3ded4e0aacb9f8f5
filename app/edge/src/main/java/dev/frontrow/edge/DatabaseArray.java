package dev.frontrow.edge;

import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What to bind for the rows of a statement that is about many: an array a column, for {@code unnest}, all of the same length
 * and order.
 */
public final class DatabaseArray {

    private DatabaseArray() {}

    /** A column in its text form, which the statement casts to the column's type; null stays null. */
    public static <T> String[] texts(Collection<T> rows, Function<? super T, ? extends @Nullable Object> column) {
        return rows.stream()
                .map(row -> Objects.toString(column.apply(row), null))
                .toArray(String[]::new);
    }

    /** A column of whole numbers. */
    public static <T> long[] numbers(Collection<T> rows, ToLongFunction<? super T> column) {
        return rows.stream().mapToLong(column).toArray();
    }
}
