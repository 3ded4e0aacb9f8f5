package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.load.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Whole journeys, one after another by many at once: as fast as the service lets them. */
final class JourneysRow implements Row {

    private static final int PER_SECOND_MIN = 600;

    /** So many that a round does not run out of them. */
    private static final int USERS = 30_000;

    @Override
    public List<Line> measure(Bench bench) {
        var rounds = new ArrayList<Sample>();
        try (var load = bench.load(Journeys.CONNECTIONS)) {
            for (var round = 0; round < bench.rounds(); round++) {
                rounds.add(round(bench, load));
            }
        }
        var rate = Median.of(rounds, Sample::perSecond);
        var failed = rounds.stream().mapToInt(Journeys::failures).sum();
        var violations = bench.boxOffice().violations();
        return List.of(
                new Line(
                        "whole journeys, closed loop",
                        rate.perSecond(),
                        "",
                        OptionalDouble.empty(),
                        "≥ " + PER_SECOND_MIN + "/s",
                        rate.median() >= PER_SECOND_MIN,
                        Costs.of(rounds)),
                Line.limit("… requests that failed", failed + "", "0", failed == 0),
                Line.limit(
                        "… integrity",
                        violations.isEmpty() ? "clean" : violations + "",
                        "clean",
                        violations.isEmpty()));
    }

    private static Sample round(Bench bench, Load load) {
        return Journeys.prepared(bench.boxOffice(), bench.bearers(), USERS, Journeys.WHOLE)
                .measure(bench, load);
    }
}
