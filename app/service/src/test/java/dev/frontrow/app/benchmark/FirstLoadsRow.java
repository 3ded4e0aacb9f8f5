package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.load.Request;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** People who open the booking page for the first time, with all of its files and what is on, beside buyers. */
final class FirstLoadsRow implements Row {

    private static final int VISITORS = 100;
    private static final Duration BETWEEN_VISITORS = Duration.ofMillis(500);

    /** What the page names: its styles, and the modules that a browser loads at once. */
    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"\\.(/assets/[^\"]+)\"");

    @Override
    public List<Line> measure(Bench bench) {
        var files = files(bench);
        return BesideBuyers.measure(bench, "people who open the page", files, VISITORS, files.size(), BETWEEN_VISITORS);
    }

    private static List<Request> files(Bench bench) {
        try (var load = bench.load(1)) {
            var page = load.ask(Request.get("page", "/")).expect(200).text();
            var named =
                    FILE.matcher(page).results().map(found -> found.group(1)).toList();
            var texts = named.getFirst().replaceFirst("(/assets/[^/]+/).*", "$1texts/en.json");
            return Stream.of(Stream.of("/"), named.stream(), Stream.of(texts, "/api/v1/concerts?sale=all&limit=50"))
                    .flatMap(paths -> paths)
                    .map(path -> Request.get("page", path, "Accept-Encoding", "gzip"))
                    .toList();
        }
    }
}
