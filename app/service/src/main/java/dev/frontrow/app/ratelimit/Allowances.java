package dev.frontrow.app.ratelimit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * A token bucket for each of many. Only those heard of lately are remembered, at most {@link #REMEMBERED_MAX} of them:
 * who is forgotten begins with a full bucket again.
 */
final class Allowances {

    private static final int REMEMBERED_MAX = 100_000;
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(5);

    private final LoadingCache<String, Bucket> buckets;

    Allowances(int perSecond, int burst, TimeMeter time) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(REMEMBERED_MAX)
                .expireAfterAccess(REMEMBERED_FOR)
                .build(_ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .withCustomTimePrecision(time)
                        .build());
    }

    /**
     * Takes from somebody's bucket, if there is enough in it.
     *
     * @return 0 if there was, otherwise after how many seconds there will be
     */
    long take(String who, int tokens) {
        if (tokens == 0) {
            return 0;
        }
        var probe = buckets.get(who).tryConsumeAndReturnRemaining(tokens);
        return probe.isConsumed()
                ? 0
                : Math.ceilDiv(
                        probe.getNanosToWaitForRefill(), Duration.ofSeconds(1).toNanos());
    }
}
