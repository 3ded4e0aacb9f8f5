package dev.frontrow.edge;

import java.util.Comparator;
import java.util.Iterator;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares two streams that are ordered by the same key, each key at most once in a stream, in one pass and with two
 * elements in memory: a merge join. Counts keys that only one side has, and pairs that don't agree.
 */
public final class Comparison<L, R> {

    private final Function<L, String> leftKey;
    private final Function<R, String> rightKey;
    private final BiPredicate<@Nullable L, @Nullable R> agree;

    /**
     * Compares by the keys' natural order.
     *
     * @param agree sees null for the side that lacks the key
     */
    public Comparison(
            Function<L, String> leftKey, Function<R, String> rightKey, BiPredicate<@Nullable L, @Nullable R> agree) {
        this.leftKey = leftKey;
        this.rightKey = rightKey;
        this.agree = agree;
    }

    /**
     * Reads both to their end; closing them is the caller's.
     *
     * @throws IllegalStateException if one of them is out of order, or has a key twice
     */
    public long disagreements(Stream<L> left, Stream<R> right) {
        var lefts = new Ordered<>(left.iterator(), leftKey);
        var rights = new Ordered<>(right.iterator(), rightKey);
        var count = 0L;
        while (lefts.head != null || rights.head != null) {
            var order = compare(lefts.key(), rights.key());
            var l = order <= 0 ? lefts.take() : null;
            var r = order >= 0 ? rights.take() : null;
            if (!agree.test(l, r)) {
                count++;
            }
        }
        return count;
    }

    private static int compare(@Nullable String left, @Nullable String right) {
        return Comparator.nullsLast(Comparator.<String>naturalOrder()).compare(left, right);
    }

    private static final class Ordered<T> {

        private final Iterator<T> elements;
        private final Function<T, String> key;
        private @Nullable T head;

        Ordered(Iterator<T> elements, Function<T, String> key) {
            this.elements = elements;
            this.key = key;
            this.head = elements.hasNext() ? elements.next() : null;
        }

        @Nullable
        String key() {
            return head == null ? null : key.apply(head);
        }

        @Nullable
        T take() {
            var taken = head;
            var before = key();
            head = elements.hasNext() ? elements.next() : null;
            var after = key();
            if (before != null && after != null && before.compareTo(after) >= 0) {
                throw new IllegalStateException("out of order or twice: " + before + " before " + after);
            }
            return taken;
        }
    }
}
