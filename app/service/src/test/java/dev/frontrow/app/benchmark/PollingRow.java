package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.load.Pile;
import dev.frontrow.app.benchmark.load.Request;
import dev.frontrow.app.benchmark.load.Turns;
import dev.frontrow.app.benchmark.load.Visitor;
import java.util.ArrayList;
import java.util.List;

/** Asking where one stands, against bytes that never change: from the bare web server, and from Spring MVC. */
final class PollingRow implements Row {

    private static final int WAITING = 10_000;
    static final int IN_FLIGHT = 64;
    private static final double OF_CONSTANT = 0.8;
    private static final double OF_MVC = 1.5;

    /** What the service asks of its database by itself, in a second, is not polling's. */
    private static final double STATEMENTS_EACH_MAX = 0.001;

    @Override
    public List<Line> measure(Bench bench) {
        var box = bench.boxOffice();
        var places = box.joined(box.concert(1), bench.bearers().users(WAITING));
        var polls = places.stream().map(BoxOffice::poll).toList();
        var bytes = box.ask(polls.getFirst()).expect(200).wireBytes();
        var constant = new ArrayList<Sample>();
        var ours = new ArrayList<Sample>();
        var mvc = new ArrayList<Sample>();
        try (var load = bench.load(IN_FLIGHT);
                var bare = bench.constantLoad(IN_FLIGHT)) {
            for (var round = -1; round < bench.rounds(); round++) {
                var one = bench.measureConstant(bare, again(List.of(bench.constant(bytes))));
                var two = bench.measure("poll", load, again(polls));
                var three = bench.measure("mvc constant", load, again(List.of(bench.mvcConstant(bytes))));
                if (round >= 0) {
                    constant.add(one);
                    ours.add(two);
                    mvc.add(three);
                }
            }
        }
        var rate = Median.of(ours, Sample::perSecond);
        var statements = Median.of(ours, round -> round.statementsEach().orElse(Double.NaN));
        return List.of(
                Line.atLeast(
                        "polling, 10,000 different tokens; against the web server's constant",
                        rate,
                        Median.of(constant, Sample::perSecond),
                        OF_CONSTANT,
                        Costs.of(ours)),
                Line.atLeast(
                        "… against Spring MVC's constant behind the security's filters",
                        rate,
                        Median.of(mvc, Sample::perSecond),
                        OF_MVC,
                        ""),
                Line.limit(
                        "… statements a poll",
                        Line.plain(statements.median()),
                        "0",
                        statements.median() <= STATEMENTS_EACH_MAX));
    }

    /** Requests in turns, without end. */
    static List<Visitor> again(List<Request> requests) {
        return Pile.shared(IN_FLIGHT, new Turns<>(requests));
    }
}
