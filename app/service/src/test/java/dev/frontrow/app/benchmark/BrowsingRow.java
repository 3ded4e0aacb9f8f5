package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.BoxOffice.Wish;
import dev.frontrow.app.benchmark.load.Answer;
import dev.frontrow.app.benchmark.load.Pile;
import dev.frontrow.app.benchmark.load.Request;
import dev.frontrow.app.benchmark.load.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Readers of the list of concerts and of a concert, beside buyers. */
final class BrowsingRow implements Row {

    private static final int READERS = 200;
    private static final int BUYERS = 32;
    private static final int FIRST = 4_000;
    private static final Duration BETWEEN_PAGES = Duration.ofMillis(500);

    /** The rates of the rounds vary as much. */
    private static final double TOLERANCE = 0.05;

    @Override
    public List<Line> measure(Bench bench) {
        var alone = new ArrayList<Sample>();
        var beside = new ArrayList<Sample>();
        var readers = new ArrayList<Sample>();
        try (var load = bench.load(READERS + BUYERS)) {
            var concert = bench.boxOffice().concert(1).id();
            var needed = bench.prepared(bench.measure("reserve", load, buyers(ReservingRow.wishes(bench, FIRST))));
            for (var round = 0; round < bench.rounds(); round++) {
                alone.add(bench.measure("reserve", load, buyers(ReservingRow.wishes(bench, needed))));
                readers.add(bench.measure("browse", load, readers(concert)));
                var all = new ArrayList<>(buyers(ReservingRow.wishes(bench, needed)));
                all.addAll(readers(concert));
                beside.add(bench.measure("reserve", load, all));
            }
        }
        var share = Median.of(readers, BrowsingRow::shareOfCores).median();
        var left = Median.of(beside, Sample::perSecond).median()
                / Median.of(alone, Sample::perSecond).median();
        var unavailable = beside.stream()
                .mapToInt(round -> round.tally().operations().values().stream()
                        .mapToInt(answers -> answers.count(500, 599) + answers.count(Answer.LOST, Answer.LOST))
                        .sum())
                .sum();
        return List.of(
                new Line(
                        "reserving beside 200 readers of concerts; against reserving alone",
                        Median.of(beside, Sample::perSecond).perSecond(),
                        Median.of(alone, Sample::perSecond).perSecond(),
                        OptionalDouble.of(left),
                        "≥ " + Line.plain(1 - share) + ": the readers alone take the rest of the cores",
                        left >= 1 - share - TOLERANCE,
                        Costs.of(beside)),
                Line.limit("… answers of 5xx, and lost ones", unavailable + "", "0", unavailable == 0),
                Line.told(
                        "… the readers alone",
                        Median.of(readers, Sample::perSecond).perSecond(),
                        Costs.of(readers)));
    }

    /** What part of all cores' time the readers took, for themselves, for the service and for the database. */
    private static double shareOfCores(Sample round) {
        var seconds = round.serviceSeconds().orElse(0)
                + round.databaseSeconds().orElse(0)
                + round.tally().generatorSeconds();
        return seconds / round.seconds() / Runtime.getRuntime().availableProcessors();
    }

    private static List<Visitor> buyers(List<Wish> wishes) {
        var requests = wishes.stream().map(BoxOffice::reserve).toList();
        return Pile.shared(BUYERS, requests.iterator());
    }

    private static List<Visitor> readers(String concertId) {
        var readers = new ArrayList<Visitor>();
        for (var i = 0; i < READERS; i++) {
            readers.add(new Reader(
                    List.of(
                            Request.get("browse", "/api/v1/concerts", "Accept-Encoding", "gzip"),
                            Request.get("browse", "/api/v1/concerts/" + concertId, "Accept-Encoding", "gzip")),
                    i));
        }
        return readers;
    }

    /** Opens a page, reads it for a while, opens the next. */
    private static final class Reader implements Visitor {

        private final List<Request> pages;
        private int next;

        Reader(List<Request> pages, int first) {
            this.pages = pages;
            this.next = first;
        }

        @Override
        public Step next(@Nullable Answer answer) {
            return answer == null ? new Send(pages.get(next++ % pages.size())) : new Pause(BETWEEN_PAGES);
        }
    }
}
