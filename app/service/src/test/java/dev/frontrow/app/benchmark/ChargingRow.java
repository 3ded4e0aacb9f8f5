package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.load.Pile;
import dev.frontrow.app.benchmark.load.Turns;
import java.util.ArrayList;
import java.util.List;

/** Charging points, distinct users, against the statement of one charge at a time. */
final class ChargingRow implements Row {

    private static final int IN_FLIGHT = 64;
    private static final int USERS = 10_000;
    private static final double TARGET = 2.0;

    @Override
    public List<Line> measure(Bench bench) {
        var ours = new ArrayList<Sample>();
        var yardstick = new ArrayList<PgBench.Result>();
        var users = bench.bearers().users(USERS);
        var turns = new Turns<>(users);
        try (var load = bench.load(IN_FLIGHT)) {
            bench.warm("charge", load, Pile.shared(IN_FLIGHT, turns, user -> BoxOffice.charge(user, 1)));
            for (var round = 0; round < bench.rounds(); round++) {
                bench.yardstick(() -> bench.pgbench().run("charge.sql", bench.round()))
                        .ifPresent(yardstick::add);
                ours.add(bench.measure(
                        "charge", load, Pile.shared(IN_FLIGHT, turns, user -> BoxOffice.charge(user, 1))));
            }
        }
        return List.of(bench.against("charging, 64 in flight", ours, yardstick, TARGET));
    }
}
