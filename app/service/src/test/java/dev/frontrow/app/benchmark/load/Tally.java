package dev.frontrow.app.benchmark.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** How the requests of a run were answered, by operation. */
public final class Tally {

    private static final long HIGHEST_NANOS = 120_000_000_000L;
    private static final int DIGITS = 3;

    private final Map<String, Answers> operations = new LinkedHashMap<>();
    private long nanos;
    private long generatorNanos;

    /** The answers to one operation. */
    public static final class Answers {

        private final Histogram latencies = new Histogram(HIGHEST_NANOS, DIGITS);
        private final Map<Integer, Integer> statuses = new TreeMap<>();

        private void add(Answer answer) {
            latencies.recordValue(Math.min(answer.nanos(), HIGHEST_NANOS));
            statuses.merge(answer.status(), 1, Integer::sum);
        }

        /** How many there were with each status. */
        public Map<Integer, Integer> statuses() {
            return Map.copyOf(statuses);
        }

        /** How many there were with a status from {@code from} up to {@code to}. */
        public int count(int from, int to) {
            return statuses.entrySet().stream()
                    .filter(status -> status.getKey() >= from && status.getKey() <= to)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        /** How many did what they were asked to, an answer that nothing has changed among them. */
        public int successes() {
            return count(200, 399);
        }

        /** How many there were. */
        public int all() {
            return count(0, 999);
        }

        /** Within how many milliseconds that share of them came. */
        public double millis(double percentile) {
            return latencies.getValueAtPercentile(percentile) / 1e6;
        }
    }

    void add(String operation, Answer answer) {
        operations.computeIfAbsent(operation, _ -> new Answers()).add(answer);
    }

    void ended(long nanos, long generatorNanos) {
        this.nanos = nanos;
        this.generatorNanos = generatorNanos;
    }

    /** The answers to that operation; none, if it was never asked for. */
    public Answers of(String operation) {
        return operations.getOrDefault(operation, new Answers());
    }

    /** All that was asked for, in the order in which it was first answered. */
    public Map<String, Answers> operations() {
        return Map.copyOf(operations);
    }

    /** From the first request to the last answer. */
    public double seconds() {
        return nanos / 1e9;
    }

    /** The processor time that the generator took. */
    public double generatorSeconds() {
        return generatorNanos / 1e9;
    }
}
