package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.BoxOffice.Wish;
import dev.frontrow.app.benchmark.load.Load;
import dev.frontrow.app.benchmark.load.Pile;
import java.util.ArrayList;
import java.util.List;

/** Reserving one seat each, spread over halls, against the statements of one reservation at a time. */
final class ReservingRow implements Row {

    private static final int HALLS = 8;

    private static final int IN_FLIGHT = 64;
    private static final int FIRST = 20_000;
    private static final double TARGET = 3.0;

    @Override
    public List<Line> measure(Bench bench) {
        var ours = new ArrayList<Sample>();
        var yardstick = new ArrayList<PgBench.Result>();
        try (var load = bench.load(IN_FLIGHT)) {
            var needed = bench.prepared(round(bench, load, wishes(bench, FIRST)));
            for (var round = 0; round < bench.rounds(); round++) {
                bench.yardstick(() -> bench.pgbench().runOnce("reserve.sql", bench.round()))
                        .ifPresent(yardstick::add);
                ours.add(round(bench, load, wishes(bench, needed)));
            }
        }
        return List.of(bench.against("reserving one seat each, 64 in flight", ours, yardstick, TARGET));
    }

    /** So many, spread over the halls. */
    static List<Wish> wishes(Bench bench, int count) {
        return bench.boxOffice().wishes(HALLS, bench.bearers().users(count / HALLS + 1));
    }

    private static Sample round(Bench bench, Load load, List<Wish> wishes) {
        var requests = wishes.stream().map(BoxOffice::reserve).toList();
        return bench.measure("reserve", load, Pile.shared(IN_FLIGHT, requests.iterator()));
    }
}
