package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.BoxOffice.Place;
import dev.frontrow.app.benchmark.BoxOffice.Wish;
import dev.frontrow.app.benchmark.load.Answer;
import dev.frontrow.app.benchmark.load.Request;
import dev.frontrow.app.benchmark.load.Visitor;
import dev.frontrow.app.benchmark.load.Visitor.Leave;
import dev.frontrow.app.benchmark.load.Visitor.Send;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A thousand who want one and the same seat at the same moment, and those who come for it when it is taken. */
final class OneSeatRow implements Row {

    private static final int BUYERS = 1_000;
    private static final int CREATED = 201;
    private static final int TAKEN = 409;
    private static final int ALL_ANSWERED_MILLIS_MAX = 400;
    private static final int TRANSACTIONS_MAX = 30;

    /** Within this time each session of the database has told what it did, also if it has nothing more to do. */
    private static final Duration TOLD_AFTER = Duration.ofSeconds(11);

    @Override
    public List<Line> measure(Bench bench) {
        var rounds = new ArrayList<Sample>();
        var refusals = new ArrayList<Sample>();
        var transactions = new ArrayList<Double>();
        var winners = new ArrayList<Integer>();
        var users = bench.bearers().users(BUYERS);
        // What does not count: the same twice, with nobody looking. Later comers warm up what refuses.
        for (var round = -2; round < bench.rounds(); round++) {
            var box = bench.boxOffice();
            var places = box.admitted(box.concert(1), users);
            var seat = box.seatIds(places.getFirst(), "all").getFirst();
            try (var load = bench.load(BUYERS)) {
                var won = new ArrayList<Integer>();
                var buyers = new ArrayList<Visitor>();
                var later = new ArrayList<Request>();
                for (var i = 0; i < BUYERS; i++) {
                    var wish = new Wish(places.get(i), seat);
                    buyers.add(new Buyer(i, wish, won));
                    later.add(BoxOffice.reserve(wish));
                }
                load.run(polls(places)); // each over a connection of its own, which the server has taken by then
                if (round < 0) {
                    load.run(buyers);
                    load.run(PollingRow.again(later), bench.round());
                    continue;
                }
                var idle = idleTransactions(bench);
                var before = bench.database().transactions();
                rounds.add(bench.measure("reserve", () -> load.run(buyers)));
                BoxOffice.pause(TOLD_AFTER);
                transactions.add(bench.database().transactions() - before - idle);
                winners.addAll(won);
                refusals.add(bench.measure("reserve", load, PollingRow.again(later)));
                bench.said()
                        .accept("%s transactions, winner sent as number %s; later %s refused a second, %s µs service"
                                .formatted(
                                        Line.plain(transactions.getLast()),
                                        won,
                                        Line.plain(refusedPerSecond(refusals.getLast())),
                                        Line.plain(serviceMicrosARefusal(refusals.getLast()))));
            }
        }
        var answered = Median.of(rounds, round -> round.tally().seconds() * 1000);
        var counted = Median.of(transactions, Double::doubleValue);
        var one = rounds.stream()
                .allMatch(round -> statuses(round, CREATED) == 1 && statuses(round, TAKEN) == BUYERS - 1);
        var errors = rounds.stream()
                .mapToInt(round -> round.answers().count(500, 599) + statuses(round, Answer.LOST))
                .sum();
        return List.of(
                Line.limit(
                        "1,000 for one seat: until all are answered",
                        answered.in(" ms"),
                        "≤ " + ALL_ANSWERED_MILLIS_MAX + " ms",
                        answered.median() <= ALL_ANSWERED_MILLIS_MAX),
                Line.limit("… one 201, and 409 for all others", one ? "yes" : "no", "yes", one),
                Line.limit("… answers of 5xx, and lost ones", errors + "", "0", errors == 0),
                Line.limit(
                        "… transactions",
                        counted.in(""),
                        "≤ " + TRANSACTIONS_MAX,
                        counted.median() <= TRANSACTIONS_MAX),
                Line.told("… the winner was sent as number", winners.toString(), "0 is the first"),
                Line.told(
                        "… who comes later, 64 in flight, is refused",
                        Median.of(refusals, OneSeatRow::refusedPerSecond).in("/s"),
                        Median.of(refusals, OneSeatRow::serviceMicrosARefusal).in(" µs") + " service"));
    }

    private static List<Visitor> polls(List<Place> places) {
        return places.stream()
                .<Visitor>map(place -> answer -> answer == null ? new Send(BoxOffice.poll(place)) : new Leave())
                .toList();
    }

    /** What the service does by itself in as long a time. */
    private static double idleTransactions(Bench bench) {
        BoxOffice.pause(TOLD_AFTER);
        var before = bench.database().transactions();
        BoxOffice.pause(TOLD_AFTER);
        return bench.database().transactions() - before;
    }

    private static double refusedPerSecond(Sample round) {
        return statuses(round, TAKEN) / round.seconds();
    }

    private static double serviceMicrosARefusal(Sample round) {
        return round.serviceSeconds().orElse(Double.NaN) * 1e6 / statuses(round, TAKEN);
    }

    private static int statuses(Sample round, int status) {
        return round.answers().count(status, status);
    }

    /** Wants it once. */
    private record Buyer(int number, Wish wish, List<Integer> won) implements Visitor {

        @Override
        public Step next(@Nullable Answer answer) {
            if (answer == null) {
                return new Send(BoxOffice.reserve(wish));
            }
            if (answer.status() == CREATED) {
                won.add(number);
            }
            return new Leave();
        }
    }
}
