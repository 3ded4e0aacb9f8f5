package dev.frontrow.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.app.benchmark.load.Answer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** How the requests of many were answered, and when. To be used by one thread. */
final class Heard {

    private static final int DIGITS = 3;
    private static final Set<Integer> REFUSALS = Set.of(429, 503);

    private final Histogram served = new Histogram(DIGITS);
    private final Histogram refused = new Histogram(DIGITS);
    private final Map<Integer, Integer> unexpected = new TreeMap<>();
    private int withoutRetryAfter;
    private long created;

    void add(Answer answer) {
        if (answer.isSuccess()) {
            served.recordValue(answer.nanos());
            created += answer.status() == 201 ? 1 : 0;
        } else if (REFUSALS.contains(answer.status())) {
            refused.recordValue(answer.nanos());
            if (answer.header("Retry-After") == null) {
                withoutRetryAfter++;
            }
        } else {
            unexpected.merge(answer.status(), 1, Integer::sum);
        }
    }

    long served() {
        return served.getTotalCount();
    }

    /** How many of those that were served changed something. */
    long created() {
        return created;
    }

    long refused() {
        return refused.getTotalCount();
    }

    long all() {
        return served() + refused();
    }

    /** Of those that were served: within how many milliseconds that share was. */
    double servedMillis(double percentile) {
        return served.getValueAtPercentile(percentile) / 1e6;
    }

    /** Sees that all were served, or told when to come back, and nobody later than that. */
    void check(double millisMax) {
        assertThat(unexpected).as("answers by status; 0 are lost ones").isEmpty();
        assertThat(withoutRetryAfter).isZero();
        assertThat(served.getMaxValue() / 1e6).as("the slowest that was served").isLessThan(millisMax);
        assertThat(refused.getMaxValue() / 1e6)
                .as("the slowest that was refused")
                .isLessThan(millisMax);
    }

    @Override
    public String toString() {
        return "%,d served (%,d of them changes, p50 %.0f ms, p99 %.0f ms, slowest %.0f ms), %,d refused (p50 %.0f ms, slowest %.0f ms), others %s"
                .formatted(
                        served(),
                        created,
                        servedMillis(50),
                        servedMillis(99),
                        served.getMaxValue() / 1e6,
                        refused(),
                        refused.getValueAtPercentile(50) / 1e6,
                        refused.getMaxValue() / 1e6,
                        unexpected);
    }
}
