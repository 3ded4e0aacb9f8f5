package dev.frontrow.queue.domain;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * An immutable set of numbers that says quickly how many of its members are below a given one.
 *
 * <p>A bit a number in chunks of 65,536, with running counts over the chunks: a rank costs at most 1,024 bit counts,
 * whether the set holds a thousand numbers or a million. A changed set shares all chunks that were not touched with the
 * one it came from. Meant for numbers that lie close together, as those of a line do: the memory it takes follows the
 * distance between the least and the greatest member (128 KiB a million).
 */
public final class NumberSet {

    public static final NumberSet EMPTY = new NumberSet(0, new long[0][], new int[0]);

    static final int CHUNK_BITS = 16;
    static final int WORDS_PER_CHUNK = 1 << (CHUNK_BITS - 6);
    private static final int WORD_MASK = WORDS_PER_CHUNK - 1;
    private static final long[] NO_MEMBERS = new long[WORDS_PER_CHUNK];

    private final long firstChunk;
    private final long[][] chunks;
    private final int[] counts;
    private final long[] before;

    private NumberSet(long firstChunk, long[][] chunks, int[] counts) {
        this.firstChunk = firstChunk;
        this.chunks = chunks;
        this.counts = counts;
        this.before = new long[chunks.length + 1];
        for (int i = 0; i < chunks.length; i++) {
            before[i + 1] = before[i] + counts[i];
        }
    }

    /** The set of these numbers, in any order. */
    public static NumberSet of(long... numbers) {
        var edit = EMPTY.edit();
        for (long number : numbers) {
            edit.add(number);
        }
        return edit.done();
    }

    public long size() {
        return before[chunks.length];
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    public boolean contains(long number) {
        long at = (number >>> CHUNK_BITS) - firstChunk;
        return at >= 0 && at < chunks.length && (chunks[(int) at][word(number)] & bit(number)) != 0;
    }

    /** How many members are less than that number. */
    public long countBelow(long number) {
        long at = (number >>> CHUNK_BITS) - firstChunk;
        if (at < 0) {
            return 0;
        }
        if (at >= chunks.length) {
            return size();
        }
        var chunk = chunks[(int) at];
        int word = word(number);
        long count = before[(int) at] + Long.bitCount(chunk[word] & (bit(number) - 1));
        for (int i = 0; i < word; i++) {
            count += Long.bitCount(chunk[i]);
        }
        return count;
    }

    /** The greatest member, or 0 where there is none. */
    public long last() {
        for (int i = chunks.length - 1; i >= 0; i--) {
            for (int word = WORD_MASK; word >= 0 && counts[i] > 0; word--) {
                if (chunks[i][word] != 0) {
                    return first(i, word) + 63 - Long.numberOfLeadingZeros(chunks[i][word]);
                }
            }
        }
        return 0;
    }

    /** The least members in ascending order, at most so many of them, none above {@code upTo}. */
    public long[] first(int countMax, long upTo) {
        var found = new long[(int) Math.min(countMax, size())];
        int count = 0;
        for (int i = 0; i < chunks.length; i++) {
            for (int word = 0; word < WORDS_PER_CHUNK && counts[i] > 0; word++) {
                for (long bits = chunks[i][word]; bits != 0; bits &= bits - 1) {
                    long number = first(i, word) + Long.numberOfTrailingZeros(bits);
                    if (count == found.length || number > upTo) {
                        return Arrays.copyOf(found, count);
                    }
                    found[count++] = number;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Hands over each member, in ascending order. */
    public void forEach(LongConsumer consumer) {
        for (int i = 0; i < chunks.length; i++) {
            for (int word = 0; word < WORDS_PER_CHUNK && counts[i] > 0; word++) {
                for (long bits = chunks[i][word]; bits != 0; bits &= bits - 1) {
                    consumer.accept(first(i, word) + Long.numberOfTrailingZeros(bits));
                }
            }
        }
    }

    /** The members that the other set does not have. */
    public NumberSet minus(NumberSet other) {
        var edit = edit();
        for (int i = 0; i < chunks.length; i++) {
            var theirs = other.chunk(firstChunk + i);
            if (counts[i] > 0) {
                edit.combine(firstChunk + i, theirs, (mine, their) -> mine & ~their);
            }
        }
        return edit.done();
    }

    /** The members of either set. */
    public NumberSet union(NumberSet other) {
        if (other.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return other;
        }
        var edit = edit();
        for (int i = 0; i < other.chunks.length; i++) {
            if (other.counts[i] > 0) {
                edit.combine(other.firstChunk + i, other.chunks[i], (mine, their) -> mine | their);
            }
        }
        return edit.done();
    }

    /** The members greater than that number. */
    public NumberSet above(long number) {
        if (isEmpty() || number < (firstChunk << CHUNK_BITS)) {
            return this;
        }
        var edit = edit();
        edit.removeUpTo(number);
        return edit.done();
    }

    /** Starts a changed set; this one stays as it is. */
    public Edit edit() {
        return new Edit(this);
    }

    private long[] chunk(long index) {
        long at = index - firstChunk;
        return at >= 0 && at < chunks.length ? chunks[(int) at] : NO_MEMBERS;
    }

    private long first(int chunk, int word) {
        return ((firstChunk + chunk) << CHUNK_BITS) + ((long) word << 6);
    }

    private static int word(long number) {
        return (int) (number >>> 6) & WORD_MASK;
    }

    private static long bit(long number) {
        return 1L << number;
    }

    private interface Words {
        long combine(long mine, long theirs);
    }

    /** A set in the making; for one thread. Copies a chunk when it first touches it. */
    public static final class Edit {

        private long firstChunk;
        private long[][] chunks;
        private int[] counts;
        private boolean[] own;

        private Edit(NumberSet from) {
            firstChunk = from.firstChunk;
            chunks = from.chunks.clone();
            counts = from.counts.clone();
            own = new boolean[chunks.length];
        }

        public void add(long number) {
            int at = reach(number >>> CHUNK_BITS);
            var chunk = writable(at);
            if ((chunk[word(number)] & bit(number)) == 0) {
                chunk[word(number)] |= bit(number);
                counts[at]++;
            }
        }

        public void remove(long number) {
            if (contains(number)) {
                int at = (int) ((number >>> CHUNK_BITS) - firstChunk);
                writable(at)[word(number)] &= ~bit(number);
                counts[at]--;
            }
        }

        public boolean contains(long number) {
            long at = (number >>> CHUNK_BITS) - firstChunk;
            return at >= 0 && at < chunks.length && (chunks[(int) at][word(number)] & bit(number)) != 0;
        }

        /** Removes every member up to that number, which is included. */
        public void removeUpTo(long number) {
            long upTo = (number >>> CHUNK_BITS) - firstChunk;
            for (int i = 0; i < chunks.length && i < upTo; i++) {
                chunks[i] = NO_MEMBERS;
                counts[i] = 0;
                own[i] = false;
            }
            if (upTo >= 0 && upTo < chunks.length && counts[(int) upTo] > 0) {
                var chunk = writable((int) upTo);
                Arrays.fill(chunk, 0, word(number), 0);
                chunk[word(number)] &= -(bit(number) << 1);
                counts[(int) upTo] = count(chunk);
            }
        }

        /** The changed set. The edit is used up. */
        public NumberSet done() {
            int from = 0;
            int to = chunks.length;
            while (from < to && counts[from] == 0) {
                from++;
            }
            while (to > from && counts[to - 1] == 0) {
                to--;
            }
            return from == to
                    ? EMPTY
                    : new NumberSet(
                            firstChunk + from,
                            Arrays.copyOfRange(chunks, from, to),
                            Arrays.copyOfRange(counts, from, to));
        }

        private void combine(long chunkIndex, long[] theirs, Words words) {
            int at = reach(chunkIndex);
            var chunk = writable(at);
            for (int i = 0; i < WORDS_PER_CHUNK; i++) {
                chunk[i] = words.combine(chunk[i], theirs[i]);
            }
            counts[at] = count(chunk);
        }

        private int reach(long chunkIndex) {
            if (chunks.length == 0) {
                firstChunk = chunkIndex;
            }
            int ahead = Math.toIntExact(Math.max(0, firstChunk - chunkIndex));
            int length = Math.toIntExact(Math.max(chunks.length + ahead, chunkIndex - firstChunk + ahead + 1));
            if (length > chunks.length) {
                var wider = new long[length][];
                Arrays.fill(wider, NO_MEMBERS);
                System.arraycopy(chunks, 0, wider, ahead, chunks.length);
                var widerCounts = new int[length];
                System.arraycopy(counts, 0, widerCounts, ahead, counts.length);
                var widerOwn = new boolean[length];
                System.arraycopy(own, 0, widerOwn, ahead, own.length);
                chunks = wider;
                counts = widerCounts;
                own = widerOwn;
                firstChunk -= ahead;
            }
            return (int) (chunkIndex - firstChunk);
        }

        private long[] writable(int at) {
            if (!own[at]) {
                chunks[at] = chunks[at].clone();
                own[at] = true;
            }
            return chunks[at];
        }

        private static int count(long[] chunk) {
            int count = 0;
            for (long word : chunk) {
                count += Long.bitCount(word);
            }
            return count;
        }
    }
}
