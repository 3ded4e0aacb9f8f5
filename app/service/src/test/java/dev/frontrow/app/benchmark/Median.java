package dev.frontrow.app.benchmark;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** The middle of some rounds, with the lowest and the highest beside it. */
record Median(double median, double lowest, double highest) {

    static Median of(double... values) {
        if (values.length == 0) {
            return new Median(Double.NaN, Double.NaN, Double.NaN);
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        var middle = sorted.length / 2;
        return new Median(
                sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2,
                sorted[0],
                sorted[sorted.length - 1]);
    }

    static <T> Median of(Collection<T> rounds, ToDoubleFunction<T> value) {
        return of(rounds.stream().mapToDouble(value).toArray());
    }

    /** As a rate. */
    String perSecond() {
        return in("/s");
    }

    String in(String unit) {
        return Line.plain(median) + unit + " (" + Line.plain(lowest) + " to " + Line.plain(highest) + ")";
    }
}
