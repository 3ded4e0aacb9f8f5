package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.BoxOffice.Concert;
import dev.frontrow.app.benchmark.load.Pile;
import dev.frontrow.app.benchmark.load.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Joining a line, against polling, and against inserting the same token alone. */
final class JoiningRow implements Row {

    private static final int IN_FLIGHT = 64;
    private static final int USERS = 20_000;
    private static final double OF_POLLING = 0.6;
    private static final double OF_INSERT = 0.25;

    @Override
    public List<Line> measure(Bench bench) {
        var users = bench.bearers().users(USERS);
        var box = bench.boxOffice();
        var polls =
                box.joined(box.concert(1), users).stream().map(BoxOffice::poll).toList();
        var polling = new ArrayList<Sample>();
        var ours = new ArrayList<Sample>();
        var inserts = new ArrayList<PgBench.Result>();
        var lost = 0L;
        try (var load = bench.load(IN_FLIGHT)) {
            var needed = bench.prepared(bench.measure("join", load, joining(concerts(bench, 3), users)));
            for (var round = 0; round < bench.rounds(); round++) {
                bench.yardstick(() -> bench.pgbench().run("insert-token.sql", bench.round()))
                        .ifPresent(inserts::add);
                polling.add(bench.measure("poll", load, PollingRow.again(polls)));
                var concerts = concerts(bench, needed / USERS + 2);
                var sample = bench.measure("join", load, joining(concerts, users));
                lost += sample.done() - tokens(bench, concerts);
                ours.add(sample);
            }
        }
        return List.of(
                Line.atLeast(
                        "joining, distinct users, 64 in flight; against polling",
                        Median.of(ours, Sample::perSecond),
                        Median.of(polling, Sample::perSecond),
                        OF_POLLING,
                        Costs.of(ours)),
                againstInsert(ours, inserts),
                Line.limit("… acknowledged joins that the database does not have", lost + "", "0", lost <= 0));
    }

    private static Line againstInsert(List<Sample> ours, List<PgBench.Result> inserts) {
        var what = "… processor time of the database a join; against a single insert's";
        if (inserts.isEmpty()) {
            return Line.notMeasured(what, "≤ " + OF_INSERT, "pgbench missing");
        }
        return Line.atMost(
                what,
                Median.of(ours, round -> round.databaseMicrosEach().orElse(Double.NaN)),
                Median.of(inserts, round -> round.databaseMicrosEach().orElse(Double.NaN)),
                " µs",
                OF_INSERT);
    }

    private static List<Concert> concerts(Bench bench, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> bench.boxOffice().concert(1))
                .toList();
    }

    /** One concert after the other, as sales open one after the other. */
    private static List<Visitor> joining(List<Concert> concerts, List<User> users) {
        var requests = concerts.stream()
                .flatMap(concert -> users.stream().map(user -> BoxOffice.join(user, concert)))
                .toList();
        return Pile.shared(IN_FLIGHT, requests.iterator());
    }

    private static long tokens(Bench bench, List<Concert> concerts) {
        return bench.database()
                .client()
                .sql("select count(*) from queue.token where concert_id in (:concerts)")
                .param(
                        "concerts",
                        concerts.stream()
                                .map(concert -> UUID.fromString(concert.id()))
                                .toList())
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
