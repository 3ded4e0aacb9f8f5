package dev.frontrow.edge;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, as a query shows it and as a client gets it.
 *
 * @param nextCursor where the next page begins; null on the last one
 */
public record Page<T>(
        List<T> items,

        @Schema(description = "What to send as `cursor` for the next page; null on the last one.", nullable = true)
        @Nullable
        String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes the page of the rows that were read for it.
     *
     * @param rows in the list's order, up to {@link PageRequest#oneMore}
     * @param place where the page behind a row begins
     */
    public static <R, T> Page<T> of(List<R> rows, PageRequest request, Function<R, T> item, Function<R, Cursor> place) {
        var shown = rows.subList(0, Math.min(request.limit(), rows.size()));
        return new Page<>(
                shown.stream().map(item).toList(),
                rows.size() > request.limit() ? place.apply(shown.getLast()).text() : null);
    }

    /** The same page, with its items written otherwise. */
    public <S> Page<S> map(Function<? super T, ? extends S> item) {
        return new Page<>(items.stream().<S>map(item).toList(), nextCursor);
    }
}
