package dev.frontrow.app.benchmark;

import static java.util.stream.Gatherers.windowFixed;

import dev.frontrow.app.benchmark.BoxOffice.Concert;
import dev.frontrow.app.benchmark.BoxOffice.Wish;
import dev.frontrow.app.benchmark.load.Load;
import dev.frontrow.app.benchmark.load.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A show that is cancelled when all of its seats are paid, by its organiser, to the last refund: by users who have a ticket each,
 * by users who have four, and the same while others buy tickets of another show.
 */
final class RefundsRow implements Row {

    private static final int TICKETS = 20_000;
    private static final int TICKETS_A_USER_MAX = 4;

    /** So many that they do not run out while the refunds are made. */
    private static final int BUYERS = 40_000;

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Override
    public List<Line> measure(Bench bench) {
        var lines = new ArrayList<Line>();
        lines.addAll(alone(bench, 1));
        lines.addAll(alone(bench, TICKETS_A_USER_MAX));
        lines.addAll(besideBuyers(bench));
        var violations = bench.boxOffice().violations();
        lines.add(Line.limit(
                "… integrity", violations.isEmpty() ? "clean" : violations.toString(), "clean", violations.isEmpty()));
        return lines;
    }

    private static List<Line> alone(Bench bench, int ticketsEach) {
        var show = soldOut(bench, ticketsEach);
        var organiser = new Organiser(bench.boxOffice(), show);
        try (var load = bench.load(1)) {
            var sample = bench.measure("cancel", () -> load.run(List.of(organiser)));
            return List.of(
                    Line.told(
                            "%,d paid tickets of a cancelled show, %d a reservation: until the answer"
                                    .formatted(TICKETS, ticketsEach),
                            Line.plain(organiser.answeredSeconds() * 1e3) + " ms",
                            ""),
                    Line.told(
                            "… until the last refund",
                            Line.plain(organiser.doneSeconds()) + " s for " + organiser.refunds(),
                            ""),
                    Line.told("… refunds", rate(organiser), cost(sample, organiser.refunds())));
        }
    }

    private static List<Line> besideBuyers(Bench bench) {
        var show = soldOut(bench, TICKETS_A_USER_MAX);
        bench.boxOffice().charged(bench.bearers().users(BUYERS), BoxOffice.PRICE);
        var journeys = Journeys.prepared(bench.boxOffice(), bench.bearers(), BUYERS, Journeys.BUYING);
        var beside = new ArrayList<Tally>();
        try (var load = bench.load(Journeys.CONNECTIONS)) {
            journeys.underWay(load);
            var before = load.goOn(bench.round());
            var organiser = new Organiser(bench.boxOffice(), show);
            cancel(load, organiser, beside);
            load.finish(Duration.ZERO);
            bench.database().awaitTail();
            var failed = beside.stream().mapToInt(Journeys::failures).sum();
            return List.of(
                    Line.told("buyers of another show, closed loop", bought(List.of(before)), slowest(List.of(before))),
                    Line.told("… while refunds are made", bought(beside), slowest(beside)),
                    Line.told(
                            "… until the last refund",
                            Line.plain(organiser.doneSeconds()) + " s for " + organiser.refunds() + ", "
                                    + rate(organiser),
                            "answered after " + Line.plain(organiser.answeredSeconds() * 1e3) + " ms"),
                    Line.limit("… requests of buyers that failed meanwhile", failed + "", "0", failed == 0));
        }
    }

    /** Lets an organiser come to those who are there, who go on until the last refund is made. */
    private static void cancel(Load load, Organiser organiser, List<Tally> beside) {
        load.come(List.of(organiser));
        while (!organiser.isDone()) {
            beside.add(load.goOn(SECOND));
        }
    }

    /** A show whose seats are all paid, by users who have so many each. */
    private static Concert soldOut(Bench bench, int ticketsEach) {
        var box = bench.boxOffice();
        var users = bench.bearers().users(TICKETS / ticketsEach);
        box.charged(users, ticketsEach * BoxOffice.PRICE);
        var show = box.concert(TICKETS);
        var places = box.admitted(show, users);
        var seats = box.seatIds(places.getFirst(), "all").stream()
                .gather(windowFixed(ticketsEach))
                .toList();
        var wishes = new ArrayList<Wish>(users.size());
        for (var i = 0; i < users.size(); i++) {
            wishes.add(new Wish(places.get(i), seats.get(i)));
        }
        box.paid(box.held(wishes));
        bench.database().awaitTail();
        return show;
    }

    private static String rate(Organiser organiser) {
        return Line.plain(organiser.refunds() / organiser.doneSeconds()) + "/s";
    }

    private static String cost(Sample sample, int refunds) {
        return "%s statements, %s commits, %s µs database, %s µs service"
                .formatted(
                        each(sample.statements(), refunds),
                        Line.plain(sample.transactions() / refunds),
                        micros(sample.databaseSeconds(), refunds),
                        micros(sample.serviceSeconds(), refunds));
    }

    private static String micros(OptionalDouble seconds, int refunds) {
        return each(seconds.stream().map(each -> each * 1e6).findFirst(), refunds);
    }

    private static String each(OptionalDouble cost, int refunds) {
        return Line.plain(cost.orElse(Double.NaN) / refunds);
    }

    private static String bought(List<Tally> rounds) {
        var tickets =
                rounds.stream().mapToInt(round -> round.of("pay").successes()).sum();
        return Line.plain(tickets / rounds.stream().mapToDouble(Tally::seconds).sum()) + " tickets/s";
    }

    private static String slowest(List<Tally> rounds) {
        return "p99 of a payment " + Line.plain(worst(rounds, "pay")) + " ms, of a reservation "
                + Line.plain(worst(rounds, "reserve")) + " ms" + (rounds.size() > 1 ? " in the worst second" : "");
    }

    private static double worst(List<Tally> rounds, String operation) {
        return rounds.stream()
                .mapToDouble(round -> round.of(operation).millis(99))
                .max()
                .orElse(Double.NaN);
    }
}
