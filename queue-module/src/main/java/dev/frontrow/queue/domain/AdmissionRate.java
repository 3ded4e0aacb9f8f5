package dev.frontrow.queue.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Measures how fast a line moves, from its running total of admissions.
 *
 * <p>An exponentially weighted mean over about the last {@value #MEMORY_SECONDS} seconds in which somebody waited and the
 * line was not paused. Not safe for several threads.
 */
final class AdmissionRate {

    private static final double MEMORY_SECONDS = 20;
    private static final double MEASURED_SECONDS_MIN = 1;
    private static final double PER_SECOND_MIN = 0.001;

    private @Nullable Instant lastAt;
    private long lastTotal;
    private double admitted;
    private double seconds;

    /**
     * Takes note of the total at an instant; idle time, when there was nobody to admit, is not counted, nor is what came
     * before an instant at which the clock went back.
     */
    void observe(Instant at, long total, boolean moving) {
        if (lastAt != null && at.isAfter(lastAt) && (moving || total > lastTotal)) {
            double passed = Duration.between(lastAt, at).toNanos() / 1e9;
            double kept = Math.exp(-passed / MEMORY_SECONDS);
            admitted = admitted * kept + (total - lastTotal);
            seconds = seconds * kept + passed;
        }
        lastAt = at;
        lastTotal = total;
    }

    /** Admissions a second, or nothing while too little was seen. */
    OptionalDouble perSecond() {
        if (seconds < MEASURED_SECONDS_MIN || admitted / seconds < PER_SECOND_MIN) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(admitted / seconds);
    }
}
