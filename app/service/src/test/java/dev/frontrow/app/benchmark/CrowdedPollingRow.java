package dev.frontrow.app.benchmark;

import java.util.ArrayList;
import java.util.List;

/** Asking where one stands behind a million, against the same where a thousand wait. */
final class CrowdedPollingRow implements Row {

    private static final double THROUGHPUT = 0.95;
    private static final double SLOWEST = 1.2;

    private final Million million;

    CrowdedPollingRow(Million million) {
        this.million = million;
    }

    @Override
    public List<Line> measure(Bench bench) {
        var crowded = million.crowded().stream().map(BoxOffice::poll).toList();
        var quiet = million.quiet().stream().map(BoxOffice::poll).toList();
        var ours = new ArrayList<Sample>();
        var yardstick = new ArrayList<Sample>();
        try (var load = bench.load(PollingRow.IN_FLIGHT)) {
            for (var round = -1; round < bench.rounds(); round++) {
                var one = bench.measure("poll", load, PollingRow.again(quiet));
                var two = bench.measure("poll", load, PollingRow.again(crowded));
                if (round >= 0) {
                    yardstick.add(one);
                    ours.add(two);
                }
            }
        }
        var slowest = Median.of(ours, round -> round.answers().millis(99));
        var slowestOfFew = Median.of(yardstick, round -> round.answers().millis(99));
        return List.of(
                Line.atLeast(
                        "polling, 1,000,000 waiting; against 1,000 waiting",
                        Median.of(ours, Sample::perSecond),
                        Median.of(yardstick, Sample::perSecond),
                        THROUGHPUT,
                        Costs.of(ours)),
                Line.atMost("… p99", slowest, slowestOfFew, " ms", SLOWEST));
    }
}
