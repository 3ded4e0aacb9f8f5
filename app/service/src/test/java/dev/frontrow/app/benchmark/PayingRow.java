package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.BoxOffice.Hold;
import dev.frontrow.app.benchmark.BoxOffice.Place;
import dev.frontrow.app.benchmark.load.Answer;
import dev.frontrow.app.benchmark.load.Load;
import dev.frontrow.app.benchmark.load.Request;
import dev.frontrow.app.benchmark.load.Tally;
import dev.frontrow.app.benchmark.load.Visitor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Paying for one seat each, against the statements of one payment at a time without what follows its commit; ours with what
 * follows: a round ends when the last token has ended and no event is left.
 */
final class PayingRow implements Row {

    private static final int IN_FLIGHT = 64;
    private static final int WATCHERS = 16;
    private static final int FIRST = 12_000;
    private static final double TARGET = 2.0;
    private static final double TAIL_COMMITS_MAX = 0.2;
    private static final double TOKEN_ENDS_MILLIS_MAX = 1_000;

    /** Of so many payments, one token is watched until it ends. */
    private static final int WATCHED_OF = 50;

    @Override
    public List<Line> measure(Bench bench) {
        var ours = new ArrayList<Sample>();
        var yardstick = new ArrayList<PgBench.Result>();
        var tail = new ArrayList<Double>();
        var lags = new ArrayList<Double>();
        try (var load = bench.load(IN_FLIGHT + WATCHERS)) {
            var first = holds(bench, FIRST);
            var needed = bench.prepared(bench.measure("pay", () -> pay(bench, load, first, lags)));
            lags.clear();
            for (var round = 0; round < bench.rounds(); round++) {
                bench.yardstick(() -> bench.pgbench().runOnce("pay.sql", bench.round()))
                        .ifPresent(yardstick::add);
                var holds = holds(bench, needed);
                var before = payersTransactions(bench);
                var sample = bench.measure("pay", () -> pay(bench, load, holds, lags));
                tail.add((sample.transactions() - (payersTransactions(bench) - before)) / sample.done());
                ours.add(sample);
            }
        }
        var commits = Median.of(tail, Double::doubleValue).median();
        var lag = lags.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
        return List.of(
                bench.against("paying, 64 in flight, until the tail is done", ours, yardstick, TARGET),
                Line.limit(
                        "… commits of tail a payment",
                        Line.plain(commits),
                        "≤ " + Line.plain(TAIL_COMMITS_MAX),
                        commits <= TAIL_COMMITS_MAX),
                Line.limit(
                        "… the slowest of " + lags.size() + " tokens ended after",
                        Line.plain(lag) + " ms",
                        "≤ 1 s",
                        lag <= TOKEN_ENDS_MILLIS_MAX));
    }

    /** Each of them has marked one payment paid, or those of one batch. */
    private static double payersTransactions(Bench bench) {
        return bench.database().statementsLike("paid_at = statement_timestamp()");
    }

    /** So many, by users who can pay. */
    static List<Hold> holds(Bench bench, int count) {
        var wishes = ReservingRow.wishes(bench, count);
        var users = wishes.stream().map(wish -> wish.place().user()).distinct().toList();
        bench.boxOffice().charged(users, wishes.size() / users.size() * BoxOffice.PRICE);
        return bench.boxOffice().held(wishes);
    }

    private static Tally pay(Bench bench, Load load, List<Hold> holds, List<Double> lags) {
        var rest = holds.stream()
                .map(hold -> new Paying(hold.place(), BoxOffice.pay(hold)))
                .toList()
                .iterator();
        var until = System.nanoTime() + bench.round().toNanos();
        var payers = IntStream.range(0, IN_FLIGHT)
                .mapToObj(_ -> new Payer(load, rest, until, lags))
                .toList();
        var tally = load.run(payers);
        bench.database().awaitTail();
        return tally;
    }

    /** What a hold takes to be paid for, and where the payer stands in line. */
    private record Paying(Place place, Request request) {}

    /** Pays for one hold after the other, and has some of the tokens watched. */
    private static final class Payer implements Visitor {

        private final Load load;
        private final Iterator<Paying> rest;
        private final long until;
        private final List<Double> lags;
        private @Nullable Paying paying;
        private int paid;

        Payer(Load load, Iterator<Paying> rest, long until, List<Double> lags) {
            this.load = load;
            this.rest = rest;
            this.until = until;
            this.lags = lags;
        }

        @Override
        public Step next(@Nullable Answer answer) {
            if (answer != null && paying != null && answer.isSuccess() && paid++ % WATCHED_OF == 0) {
                load.admit(new Watcher(paying.place(), System.nanoTime(), lags));
            }
            if (!rest.hasNext() || System.nanoTime() >= until) {
                return new Leave();
            }
            paying = rest.next();
            return new Send(paying.request());
        }
    }
}
