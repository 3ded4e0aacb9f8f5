package dev.frontrow.app.benchmark;

import java.util.List;

/** A hall sold out, from the first who joins to the last seat that is paid for. */
final class SellOutRow implements Row {

    private static final int SEATS = 50_000;
    private static final double SECONDS_MAX = 90;

    @Override
    public List<Line> measure(Bench bench) {
        bench.boxOffice().charged(bench.bearers().users(SEATS), BoxOffice.PRICE);
        var journeys = Journeys.prepared(bench.boxOffice(), bench.bearers(), SEATS, Journeys.BUYING);
        Sample sample;
        try (var load = bench.load(Journeys.CONNECTIONS)) {
            sample = bench.measure("pay", () -> journeys.run(load));
        }
        var violations = bench.boxOffice().violations();
        var sold = sample.done();
        return List.of(
                Line.limit(
                        "sell-out: 50,000 seats joined, held and paid",
                        Line.plain(sample.seconds()) + " s for " + sold,
                        "≤ 90 s",
                        sold == SEATS && sample.seconds() <= SECONDS_MAX),
                Line.limit(
                        "… integrity",
                        violations.isEmpty() ? "clean" : violations.toString(),
                        "clean",
                        violations.isEmpty()));
    }
}
