package dev.frontrow.edge;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * What many ask for is read by one of them, once a second at most: whoever comes while it is being read waits for that one
 * reading and shares its outcome, a failure too, and whoever comes within a second of its beginning gets the same. So with the
 * database away nobody waits longer than for one reading.
 *
 * <p>Bounded by what the readings weigh. Safe for any number of threads.
 *
 * @param <K> what is asked for
 * @param <V> what is read, immutable
 */
public final class SharedReadings<K, V> {

    /** A reading is shown for so long, counted from when it began: what is shown may lag by a second. */
    private static final Duration AGE_MAX = Duration.ofSeconds(1);

    /** Where the reading itself takes that long, it is shared for a moment all the same. */
    private static final Duration AGE_MIN = Duration.ofMillis(100);

    /** For another's reading. */
    private static final Duration WAIT_MAX = Duration.ofSeconds(2);

    private final Ticker ticker;
    private final AsyncCache<K, Result<V>> readings;

    /**
     * Has read nothing yet.
     *
     * @param weightMax how much all readings may weigh
     * @param weight how much one weighs
     */
    public SharedReadings(long weightMax, ToIntFunction<V> weight, Ticker ticker) {
        this.ticker = ticker;
        this.readings = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumWeight(weightMax)
                .weigher(
                        (K key, Result<V> result) -> result instanceof Read<V> read ? weight.applyAsInt(read.value) : 0)
                .expireAfter(Expiry.writing((K key, Result<V> result) -> result.lifetime()))
                .buildAsync();
    }

    /**
     * The reading that is shared at this moment, or a new one by this reader. What a reader throws, all who wait for it get.
     *
     * @throws TransientDataAccessResourceException if somebody else's reading takes too long
     */
    public V get(K key, Function<? super K, Reading<V>> reader) {
        var mine = new CompletableFuture<Result<V>>();
        var first = readings.asMap().putIfAbsent(key, mine);
        if (first != null) {
            return resultOf(first).value();
        }
        try {
            var result = read(key, reader);
            mine.complete(result);
            return result.value();
        } finally {
            mine.cancel(false); // whatever has happened, nobody waits for it any more
        }
    }

    /** Shares none of these readings any more, nor those that are under way. */
    public void forget(Predicate<? super K> which) {
        readings.asMap().keySet().removeIf(which);
    }

    private Result<V> read(K key, Function<? super K, Reading<V>> reader) {
        long begun = ticker.read();
        try {
            var reading = reader.apply(key);
            return new Read<>(reading.value(), lifetime(reading, Duration.ofNanos(ticker.read() - begun)));
        } catch (RuntimeException failure) {
            return new Failed<>(failure);
        }
    }

    private Result<V> resultOf(CompletableFuture<Result<V>> reading) {
        try {
            return reading.get(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException | ExecutionException notRead) {
            throw new TransientDataAccessResourceException("what somebody else reads could not be read", notRead);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TransientDataAccessResourceException("interrupted while somebody else was reading", interrupted);
        }
    }

    private static Duration lifetime(Reading<?> reading, Duration taken) {
        var left = max(AGE_MAX.minus(taken), AGE_MIN);
        var holds = max(reading.holds().minus(taken), Duration.ZERO);
        return left.compareTo(holds) < 0 ? left : holds;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** What came of a reading, for all who wait for it. */
    private sealed interface Result<V> {

        /** What was read; throws what the reader has thrown. */
        V value();

        /** For how long to share it with those who come later. */
        Duration lifetime();
    }

    private record Read<V>(V value, Duration lifetime) implements Result<V> {}

    private record Failed<V>(RuntimeException failure) implements Result<V> {

        @Override
        public V value() {
            throw failure;
        }

        @Override
        public Duration lifetime() {
            return Duration.ZERO;
        }
    }
}
