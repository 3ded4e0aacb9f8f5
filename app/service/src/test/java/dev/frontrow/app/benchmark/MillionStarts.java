package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.BoxOffice.Place;
import dev.frontrow.app.benchmark.load.Answer;
import dev.frontrow.app.benchmark.load.Load;
import dev.frontrow.app.benchmark.load.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starting with a million in line, against an empty start; and how it is followed while all of it is read anew. */
record MillionStarts(
        Options options, Storage empty, Storage crowded, Million million, Bearers bearers, Consumer<String> said) {

    private static final double MORE_SECONDS_MAX = 5;
    private static final double HEAP_MAX = 64e6;
    private static final double LAG_MILLIS_MAX = 1_500;
    private static final Duration RECONCILED_EVERY = Duration.ofSeconds(10);
    private static final long ENDED_EVERY_MILLIS = 100;
    private static final Duration LOOKS_EVERY = Duration.ofMillis(5);
    private static final int POLLING = 16;

    /** A start, and what the service keeps in memory after it. */
    private record Start(double seconds, double liveBytes) {}

    List<Line> measure() {
        var plain = new ArrayList<Start>();
        var full = new ArrayList<Start>();
        for (var round = 0; round < options.rounds(); round++) {
            plain.add(start(empty));
            full.add(start(crowded));
        }
        var more = Median.of(full, Start::seconds).median()
                - Median.of(plain, Start::seconds).median();
        var heap = Median.of(full, Start::liveBytes).median()
                - Median.of(plain, Start::liveBytes).median();
        var lines = new ArrayList<Line>();
        lines.add(Line.limit(
                "start with 1,000,000 waiting; an empty one takes "
                        + Median.of(plain, Start::seconds).in(" s"),
                Median.of(full, Start::seconds).in(" s"),
                "≤ 5 s more",
                more <= MORE_SECONDS_MAX));
        lines.add(Line.limit(
                "… the line in the heap, a target of row 2",
                Line.plain(heap / 1e6) + " MB",
                "≤ 64 MB",
                heap <= HEAP_MAX));
        lines.addAll(following());
        return lines;
    }

    private Start start(Storage storage) {
        try (var service = ServiceProcess.start(options, storage.settings())) {
            var start = new Start(service.startedIn().toMillis() / 1e3, service.liveBytes());
            said.accept(start.toString());
            return start;
        }
    }

    private List<Line> following() {
        var storage = crowded.and(Map.of("frontrow.queue.reconcile-interval", RECONCILED_EVERY.toMillis() + "ms"));
        var lags = new ArrayList<Double>();
        var ended = new ConcurrentLinkedQueue<Ended>();
        try (var bench = Bench.open(options, storage, bearers, said);
                var load = bench.load(PollingRow.IN_FLIGHT);
                var others = Executors.newSingleThreadScheduledExecutor()) {
            var leaving = million.crowded().iterator();
            others.scheduleAtFixedRate(() -> end(bench, leaving, ended), 0, ENDED_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            var visitors = new ArrayList<Visitor>();
            visitors.add(new Usher(load, ended, lags));
            million.quiet().stream().limit(POLLING).forEach(place -> visitors.add(new Poller(place)));
            var sample = bench.measure("poll", () -> load.run(visitors, RECONCILED_EVERY.multipliedBy(3)));
            others.shutdownNow();
            var lag = lags.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
            return List.of(
                    Line.limit(
                            "… reconciled every 10 s: the latest of " + lags.size() + " changes was followed after",
                            Line.plain(lag) + " ms",
                            "≤ 1.5 s: a pause of 1 s, and half a second between two looks",
                            lag <= LAG_MILLIS_MAX),
                    Line.told("… polling beside it", Line.plain(sample.perSecond()) + "/s", Costs.of(List.of(sample))));
        }
    }

    /** A place that was given up elsewhere. */
    private record Ended(Place place, long at) {}

    /** Ends one as another instance would. */
    private static void end(Bench bench, Iterator<Place> leaving, Queue<Ended> ended) {
        if (leaving.hasNext()) {
            var place = leaving.next();
            bench.database()
                    .client()
                    .sql("""
                    update queue.token
                       set status = 'ENDED', ended_at = statement_timestamp(), reason = 'GIVEN_UP',
                           changed = pg_current_xact_id()
                     where concert_id = :concert and user_id = :user and status <> 'ENDED'
                    """)
                    .param("concert", UUID.fromString(place.concert().id()))
                    .param("user", place.user().id())
                    .update();
            ended.add(new Ended(place, System.nanoTime()));
        }
    }

    /** Has each ended place watched. */
    private record Usher(Load load, Queue<Ended> ended, List<Double> lags) implements Visitor {

        @Override
        public Step next(@Nullable Answer answer) {
            for (var next = ended.poll(); next != null; next = ended.poll()) {
                load.admit(new Watcher(next.place(), next.at(), lags));
            }
            return new Pause(LOOKS_EVERY);
        }
    }

    /** Asks about one place, a little later again. */
    private record Poller(Place place) implements Visitor {

        @Override
        public Step next(@Nullable Answer answer) {
            return answer == null ? new Send(BoxOffice.poll(place)) : new Pause(LOOKS_EVERY);
        }
    }
}
