package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.load.Pile;
import dev.frontrow.app.benchmark.load.Request;
import dev.frontrow.app.benchmark.load.Turns;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** How each of the things that many do grows with how many do it at once: a round each, with no yardstick. */
final class GrowthRow implements Row {

    private static final List<Integer> IN_FLIGHT = List.of(1, 8, 64, 512);
    private static final int USERS = 20_000;
    private static final int FIRST = 2_000;

    /** A round that is faster than this is over before its time. */
    private static final int PREPARED_MAX = 30_000;

    @Override
    public List<Line> measure(Bench bench) {
        var users = bench.bearers().users(USERS);
        var polls = bench.boxOffice().joined(bench.boxOffice().concert(1), users).stream()
                .map(BoxOffice::poll)
                .toList();
        var lines = new ArrayList<Line>();
        lines.addAll(grown(bench, "poll", _ -> new Turns<>(polls)));
        lines.addAll(grown(bench, "join", needed -> joins(bench, users, needed)));
        lines.addAll(grown(
                bench,
                "charge",
                needed -> IntStream.range(0, needed)
                        .mapToObj(n -> BoxOffice.charge(users.get(n % USERS), 1))
                        .toList()
                        .iterator()));
        lines.addAll(grown(
                bench,
                "reserve",
                needed -> ReservingRow.wishes(bench, needed).stream()
                        .map(BoxOffice::reserve)
                        .toList()
                        .iterator()));
        lines.addAll(grown(
                bench,
                "pay",
                needed -> PayingRow.holds(bench, needed).stream()
                        .map(BoxOffice::pay)
                        .toList()
                        .iterator()));
        return lines;
    }

    private static Iterator<Request> joins(Bench bench, List<User> users, int needed) {
        return IntStream.rangeClosed(0, needed / USERS)
                .mapToObj(_ -> bench.boxOffice().concert(1))
                .flatMap(concert -> users.stream().map(user -> BoxOffice.join(user, concert)))
                .toList()
                .iterator();
    }

    /**
     * One operation, at each number of them in flight.
     *
     * @param requests made for as many as are needed
     */
    private static List<Line> grown(Bench bench, String operation, IntFunction<Iterator<Request>> requests) {
        var lines = new ArrayList<Line>();
        var needed = FIRST;
        for (var inFlight : IN_FLIGHT) {
            var prepared = requests.apply(needed);
            try (var load = bench.load(inFlight)) {
                var sample = bench.measure(operation, load, Pile.shared(inFlight, prepared));
                bench.database().awaitTail();
                lines.add(Line.told(
                        operation + ", " + inFlight + " in flight",
                        Line.plain(sample.perSecond()) + "/s",
                        Costs.of(List.of(sample))));
                needed = Math.min(PREPARED_MAX, 4 * bench.prepared(sample) + FIRST);
            }
        }
        return lines;
    }
}
