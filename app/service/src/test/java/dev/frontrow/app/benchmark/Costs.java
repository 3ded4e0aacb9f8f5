package dev.frontrow.app.benchmark;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a request has cost, in words: the medians of some rounds. */
final class Costs {

    private Costs() {}

    static String of(List<Sample> rounds) {
        return String.join(
                ", ",
                Stream.of(
                                median(rounds, Sample::statementsEach, " statements"),
                                median(rounds, Sample::transactionsEach, " commits"),
                                median(rounds, Sample::databaseMicrosEach, " µs database"),
                                median(rounds, Sample::serviceMicrosEach, " µs service"),
                                "p50 " + latency(rounds, 50),
                                "p99 " + latency(rounds, 99))
                        .filter(cost -> !cost.isEmpty())
                        .toList());
    }

    private static String latency(List<Sample> rounds, double percentile) {
        return Line.plain(Median.of(rounds, round -> round.answers().millis(percentile))
                        .median())
                + " ms";
    }

    private static String median(List<Sample> rounds, Function<Sample, OptionalDouble> cost, String unit) {
        var known = rounds.stream()
                .map(cost)
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        return known.length == 0 ? "" : Line.plain(Median.of(known).median()) + unit;
    }
}
