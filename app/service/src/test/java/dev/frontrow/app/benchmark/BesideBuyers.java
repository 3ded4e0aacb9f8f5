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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How much buyers feel of others, who read while they buy: as much as these take of the cores, and no more. */
final class BesideBuyers {

    private static final int BUYERS = 32;
    private static final int FIRST = 4_000;

    /** The rates of the rounds vary as much. */
    private static final double TOLERANCE = 0.05;

    private BesideBuyers() {}

    /**
     * Measures buyers alone, readers alone, and both.
     *
     * @param requests of one operation, which a reader sends again and again
     * @param atOnce how many of them before a pause
     */
    static List<Line> measure(
            Bench bench, String who, List<Request> requests, int readers, int atOnce, Duration pause) {
        var alone = new ArrayList<Sample>();
        var beside = new ArrayList<Sample>();
        var reading = new ArrayList<Sample>();
        try (var load = bench.load(readers + BUYERS)) {
            var needed = bench.prepared(bench.measure("reserve", load, buyers(ReservingRow.wishes(bench, FIRST))));
            for (var round = 0; round < bench.rounds(); round++) {
                alone.add(bench.measure("reserve", load, buyers(ReservingRow.wishes(bench, needed))));
                reading.add(bench.measure(
                        requests.getFirst().operation(), load, readers(requests, readers, atOnce, pause)));
                var all = new ArrayList<>(buyers(ReservingRow.wishes(bench, needed)));
                all.addAll(readers(requests, readers, atOnce, pause));
                beside.add(bench.measure("reserve", load, all));
            }
        }
        return lines(readers + " " + who, alone, beside, reading);
    }

    private static List<Line> lines(String who, List<Sample> alone, List<Sample> beside, List<Sample> reading) {
        var share = Median.of(reading, BesideBuyers::shareOfCores).median();
        var left = Median.of(beside, Sample::perSecond).median()
                / Median.of(alone, Sample::perSecond).median();
        var unavailable = beside.stream()
                .mapToInt(round -> round.tally().operations().values().stream()
                        .mapToInt(answers -> answers.count(500, 599) + answers.count(Answer.LOST, Answer.LOST))
                        .sum())
                .sum();
        return List.of(
                new Line(
                        "reserving beside " + who + "; against reserving alone",
                        Median.of(beside, Sample::perSecond).perSecond(),
                        Median.of(alone, Sample::perSecond).perSecond(),
                        OptionalDouble.of(left),
                        "≥ " + Line.plain(1 - share) + ": the readers alone take the rest of the cores",
                        left >= 1 - share - TOLERANCE,
                        Costs.of(beside)),
                Line.limit("… answers of 5xx, and lost ones", unavailable + "", "0", unavailable == 0),
                Line.told(
                        "… the readers alone",
                        Median.of(reading, Sample::perSecond).perSecond(),
                        Costs.of(reading)));
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

    private static List<Visitor> readers(List<Request> requests, int readers, int atOnce, Duration pause) {
        return IntStream.range(0, readers)
                .<Visitor>mapToObj(i -> new Reader(requests, i * atOnce, atOnce, pause))
                .toList();
    }

    /** Asks for what belongs together, reads it for a while, asks for what is next. */
    private static final class Reader implements Visitor {

        private final List<Request> requests;
        private final int atOnce;
        private final Duration pause;
        private int sent;

        Reader(List<Request> requests, int first, int atOnce, Duration pause) {
            this.requests = requests;
            this.sent = first;
            this.atOnce = atOnce;
            this.pause = pause;
        }

        @Override
        public Step next(@Nullable Answer answer) {
            return answer == null || sent % atOnce != 0
                    ? new Send(requests.get(sent++ % requests.size()))
                    : new Pause(pause);
        }
    }
}
