package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.BoxOffice.Place;
import dev.frontrow.app.benchmark.BoxOffice.Wish;
import dev.frontrow.app.benchmark.load.Answer;
import dev.frontrow.app.benchmark.load.Request;
import dev.frontrow.app.benchmark.load.Turns;
import dev.frontrow.app.benchmark.load.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looking at the seats of a large hall, each way there is, against the web server's constant of the same size. A buyer now and
 * then changes the seats meanwhile, except where the answer is that nothing has changed.
 */
final class SeatsRow implements Row {

    private static final int SEATS = 50_000;
    private static final int READERS = 200;
    private static final double OF_CONSTANT = 0.5;
    private static final double READS_PER_SECOND_MAX = 1.1;
    private static final Duration BETWEEN_BUYERS = Duration.ofMillis(200);

    /** What a reader asks for. */
    private record Look(String what, String path, boolean unchanged, boolean hasTarget) {}

    private static final List<Look> LOOKS = List.of(
            new Look("304", "seats?section=1", true, true),
            new Look("layout", "layout", false, false),
            new Look("states", "seat-states", false, true),
            new Look("one section", "seats?section=1&status=all", false, false),
            new Look("all seats", "seats?status=all", false, false));

    @Override
    public List<Line> measure(Bench bench) {
        var box = bench.boxOffice();
        var places = box.admitted(box.concert(SEATS), bench.bearers().users(READERS));
        var seats = box.seatIds(places.getFirst(), "all").iterator();
        var buyer = new Buyer(new Turns<>(places), seats);
        var lines = new ArrayList<Line>();
        for (var look : LOOKS) {
            lines.addAll(measure(bench, look, places, buyer));
        }
        return lines;
    }

    private static List<Line> measure(Bench bench, Look look, List<Place> places, Visitor buyer) {
        var what = "seats of a hall of 50,000: " + look.what();
        var target = look.hasTarget() ? "≥ " + Line.plain(OF_CONSTANT) : "";
        var first = bench.boxOffice().ask(request(look, places.getFirst(), ""));
        if (first.status() == 404) {
            return List.of(Line.notMeasured(what, target, "not offered"));
        }
        var tag = look.unchanged() ? first.expect(200).header("ETag") : null;
        var requests = places.stream()
                .map(place -> request(look, place, tag == null ? "" : tag))
                .toList();
        var expected = bench.boxOffice().ask(requests.getFirst()).expect(tag == null ? 200 : 304);
        var constant = new ArrayList<Sample>();
        var ours = new ArrayList<Sample>();
        var reads = new ArrayList<Double>();
        try (var load = bench.load(PollingRow.IN_FLIGHT + 1);
                var bare = bench.constantLoad(PollingRow.IN_FLIGHT)) {
            var same = List.of(bench.constant(expected.wireBytes()));
            List<Visitor> buyers = tag == null ? List.of(buyer) : List.of();
            var before = seatReads(bench);
            if (buyers.isEmpty()) {
                BoxOffice.pause(bench.round()); // the line tells who waits how many seats are left
            } else {
                load.run(buyers, bench.round());
            }
            var readsOfBuyers = seatReads(bench) - before;
            for (var round = -1; round < bench.rounds(); round++) {
                var one = bench.measureConstant(bare, PollingRow.again(same));
                before = seatReads(bench);
                var visitors = new ArrayList<>(PollingRow.again(requests));
                visitors.addAll(buyers);
                var two = bench.measure("look", load, visitors);
                if (round >= 0) {
                    constant.add(one);
                    ours.add(two);
                    reads.add((seatReads(bench) - before - readsOfBuyers) / two.seconds());
                }
            }
        }
        return List.of(
                line(what, ours, constant, look),
                Line.limit(
                        "… reads of its seats from the database a second",
                        Median.of(reads, Double::doubleValue).in(""),
                        "≤ 1",
                        Median.of(reads, Double::doubleValue).median() <= READS_PER_SECOND_MAX));
    }

    private static Line line(String what, List<Sample> ours, List<Sample> constant, Look look) {
        var line = Line.atLeast(
                what,
                Median.of(ours, Sample::perSecond),
                Median.of(constant, Sample::perSecond),
                OF_CONSTANT,
                Costs.of(ours));
        return look.hasTarget() ? line : line.withoutTarget();
    }

    private static double seatReads(Bench bench) {
        return bench.database().statementsLike("from reservation.seat");
    }

    private static Request request(Look look, Place place, String tag) {
        var headers = new ArrayList<>(List.of(
                "Authorization",
                place.user().authorization(),
                "Queue-Token",
                place.token(),
                "Accept-Encoding",
                "gzip"));
        if (!tag.isEmpty()) {
            headers.addAll(List.of("If-None-Match", tag));
        }
        return Request.get(
                "look",
                "/api/v1/schedules/" + place.concert().scheduleId() + "/" + look.path(),
                headers.toArray(String[]::new));
    }

    /** Reserves a seat now and then. */
    private record Buyer(Iterator<Place> buyers, Iterator<String> seats) implements Visitor {

        @Override
        public Step next(@Nullable Answer answer) {
            if (answer != null || !seats.hasNext()) {
                return new Pause(BETWEEN_BUYERS);
            }
            return new Send(BoxOffice.reserve(new Wish(buyers.next(), seats.next())));
        }
    }
}
