package dev.frontrow.queue.domain;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The numbers somebody has asked about since they were last written down. Noting one takes no lock and, after the first
 * time, no write. Safe for any number of threads.
 */
final class HeardNumbers {

    private volatile ConcurrentHashMap<Long, AtomicLongArray> chunks = new ConcurrentHashMap<>();

    void note(long number) {
        var noted = chunks;
        var chunk = noted.get(number >>> NumberSet.CHUNK_BITS);
        if (chunk == null) {
            chunk = noted.computeIfAbsent(
                    number >>> NumberSet.CHUNK_BITS, index -> new AtomicLongArray(NumberSet.WORDS_PER_CHUNK));
        }
        int word = (int) (number >>> 6) & (NumberSet.WORDS_PER_CHUNK - 1);
        long bit = 1L << number;
        if ((chunk.getPlain(word) & bit) == 0) {
            chunk.getAndUpdate(word, bits -> bits | bit);
        }
    }

    /** Hands over what was noted, and begins anew. */
    NumberSet drain() {
        var noted = chunks;
        chunks = new ConcurrentHashMap<>();
        var edit = NumberSet.EMPTY.edit();
        noted.forEach((index, chunk) -> {
            for (int word = 0; word < chunk.length(); word++) {
                for (long bits = chunk.get(word); bits != 0; bits &= bits - 1) {
                    edit.add((index << NumberSet.CHUNK_BITS) + ((long) word << 6) + Long.numberOfTrailingZeros(bits));
                }
            }
        });
        return edit.done();
    }
}
