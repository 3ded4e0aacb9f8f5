package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.load.Request;
import java.time.Duration;
import java.util.List;

/** Readers of the list of concerts and of a concert, beside buyers. */
final class BrowsingRow implements Row {

    private static final int READERS = 200;
    private static final Duration BETWEEN_PAGES = Duration.ofMillis(500);

    @Override
    public List<Line> measure(Bench bench) {
        var concert = bench.boxOffice().concert(1).id();
        var pages = List.of(
                Request.get("browse", "/api/v1/concerts", "Accept-Encoding", "gzip"),
                Request.get("browse", "/api/v1/concerts/" + concert, "Accept-Encoding", "gzip"));
        return BesideBuyers.measure(bench, "readers of concerts", pages, READERS, 1, BETWEEN_PAGES);
    }
}
