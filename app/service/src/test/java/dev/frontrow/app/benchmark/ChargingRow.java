package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.load.Load;
import dev.frontrow.app.benchmark.load.Pile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Charging points, distinct users, against the statement of one charge at a time. */
final class ChargingRow implements Row {

    private static final int IN_FLIGHT = 64;
    private static final int USERS = 10_000;
    private static final int FIRST = 40_000;
    private static final double TARGET = 2.0;

    @Override
    public List<Line> measure(Bench bench) {
        var ours = new ArrayList<Sample>();
        var yardstick = new ArrayList<PgBench.Result>();
        var users = bench.bearers().users(USERS);
        try (var load = bench.load(IN_FLIGHT)) {
            var needed = bench.prepared(round(bench, load, users, FIRST));
            for (var round = 0; round < bench.rounds(); round++) {
                bench.yardstick(() -> bench.pgbench().run("charge.sql", bench.round()))
                        .ifPresent(yardstick::add);
                ours.add(round(bench, load, users, needed));
            }
        }
        return List.of(bench.against("charging, 64 in flight", ours, yardstick, TARGET));
    }

    private static Sample round(Bench bench, Load load, List<User> users, int count) {
        var requests = IntStream.range(0, count)
                .mapToObj(n -> BoxOffice.charge(users.get(n % users.size()), 1))
                .toList();
        return bench.measure("charge", load, Pile.shared(IN_FLIGHT, requests.iterator()));
    }
}
