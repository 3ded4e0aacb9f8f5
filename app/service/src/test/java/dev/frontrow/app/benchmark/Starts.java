package dev.frontrow.app.benchmark;

import dev.frontrow.app.EarlierCommit;
import dev.frontrow.app.benchmark.load.Load;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Starting the service in the ways there are, each against the same way at an earlier commit, which is built for that: from the
 * start of the process to the first answer with the demo's concerts in it, and what the service keeps in memory then.
 */
record Starts(Options options, Bearers bearers, Consumer<String> said) {

    private static final String EARLIER = "e3c874f";
    private static final String EARLIER_JAR = "app/target/app-0.1.0-SNAPSHOT.jar";
    private static final double PLAIN_TARGET = 0.5;
    private static final double CACHED_TARGET = 0.2;
    private static final double MAVEN_TARGET = 0.6;

    /** What the guide to operating names for a machine with little memory. */
    private static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m", "-XX:ReservedCodeCacheSize=48m");

    private static final double MEBIBYTE = 1 << 20;
    private static final int MEBIBYTES_MAX = 400;
    private static final int BUYERS = 10_000;
    private static final int ROUNDS_OF_BUYING = 3;

    /**
     * A way to start.
     *
     * @param command what is run, made of the service's arguments
     * @param storage where its data are: the same place each time, or an empty one
     */
    private record Way(String name, UnaryOperator<List<String>> command, Supplier<Storage> storage) {}

    /** A way to start that may take a part of an earlier one's time. */
    private record Comparison(Way way, Way yardstick, double target) {}

    List<Line> measure() {
        var earlier = earlier();
        if (earlier.isEmpty()) {
            return List.of(Line.notMeasured("starting", "", "commit " + EARLIER + " can't be built here"));
        }
        var earlierJar = java(earlier.get().resolve(EARLIER_JAR));
        var before = again("java -jar at " + EARLIER, earlierJar);
        var beforeOnNothing = onNothing("java -jar on an empty directory at " + EARLIER, earlierJar);
        var beforeByMaven = again("./mvnw spring-boot:run at " + EARLIER, maven(earlier.get()));
        var comparisons = new ArrayList<>(List.of(
                new Comparison(again("java -jar", java(options.jar())), before, PLAIN_TARGET),
                new Comparison(
                        onNothing("java -jar on an empty directory", java(options.jar())),
                        beforeOnNothing,
                        PLAIN_TARGET),
                new Comparison(
                        again("./mvnw spring-boot:run", maven(Path.of("").toAbsolutePath())),
                        beforeByMaven,
                        MAVEN_TARGET)));
        var isCached = isCached();
        if (isCached) {
            comparisons.add(new Comparison(again("java with the cache", cached()), before, CACHED_TARGET));
            comparisons.add(new Comparison(
                    again("java with the cache, small", cached(SMALL.toArray(String[]::new))), before, CACHED_TARGET));
            comparisons.add(new Comparison(
                    onNothing("java with the cache on an empty directory", cached()), beforeOnNothing, CACHED_TARGET));
        }
        var lines = new ArrayList<>(lines(comparisons));
        lines.add(
                isCached
                        ? serving()
                        : Line.notMeasured("starting with the cache", "≤ " + CACHED_TARGET, "-Paot-cache makes it"));
        return lines;
    }

    private List<Line> lines(List<Comparison> comparisons) {
        var ways = comparisons.stream()
                .flatMap(each -> Stream.of(each.yardstick(), each.way()))
                .distinct()
                .toList();
        // The first time, each makes its database, and Maven compiles.
        ways.forEach(this::seconds);
        var starts = new LinkedHashMap<Way, List<Double>>();
        for (var round = 0; round < options.rounds(); round++) {
            ways.forEach(
                    way -> starts.computeIfAbsent(way, _ -> new ArrayList<>()).add(seconds(way)));
        }
        return comparisons.stream()
                .map(each -> Line.atMost(
                        "start by " + each.way().name() + "; against "
                                + each.yardstick().name(),
                        median(starts, each.way()),
                        median(starts, each.yardstick()),
                        " s",
                        each.target()))
                .toList();
    }

    private static Median median(Map<Way, List<Double>> starts, Way way) {
        return Median.of(starts.getOrDefault(way, List.of()), Double::doubleValue);
    }

    private double seconds(Way way) {
        try (var service = launch(way.command(), way.storage().get())) {
            var seconds = service.startedIn().toMillis() / 1e3;
            said.accept(way.name() + ": " + Line.plain(seconds) + " s");
            return seconds;
        }
    }

    /** What the small one keeps in memory at most, while people buy tickets as fast as it lets them. */
    private Line serving() {
        var storage = Storage.empty(options, "start-serving");
        var command = cached(SMALL.toArray(String[]::new));
        try (var _ = launch(command, storage)) {
            bearers.acceptedIn(storage.database().get().client());
        }
        try (var service = launch(command, storage);
                var box = new BoxOffice(service.address(), bearers);
                var load = new Load(service.address(), Journeys.CONNECTIONS)) {
            var bought = Journeys.prepared(box, bearers, BUYERS, Journeys.WHOLE)
                    .run(load, options.seconds().multipliedBy(ROUNDS_OF_BUYING));
            var mebibytes = service.times().residentBytes() / MEBIBYTE;
            return Line.limit(
                            "… memory at most, the small one, while people buy tickets",
                            Line.plain(mebibytes) + " MiB",
                            "≤ " + MEBIBYTES_MAX + " MiB",
                            mebibytes <= MEBIBYTES_MAX)
                    .costing(Line.plain(bought.of("pay").successes() / bought.seconds()) + " tickets/s");
        }
    }

    private ServiceProcess launch(UnaryOperator<List<String>> command, Storage storage) {
        var port = ServiceProcess.port(options);
        return ServiceProcess.launch(
                command.apply(ServiceProcess.arguments(port, storage.settings())),
                options.directory().resolve("start.log"),
                port,
                "/api/v1/concerts",
                body -> body.contains("\"id\""));
    }

    private Way again(String name, UnaryOperator<List<String>> command) {
        var storage = Storage.empty(options, directory(name));
        return new Way(name, command, () -> storage);
    }

    private Way onNothing(String name, UnaryOperator<List<String>> command) {
        return new Way(name, command, () -> Storage.empty(options, directory(name)));
    }

    private static String directory(String way) {
        return "start_" + way.replaceAll("\\W+", "_");
    }

    /** What {@code -Paot-cache} makes beside the jar. */
    private Path cache() {
        return options.jar().resolveSibling("frontrow").resolve("frontrow.aot");
    }

    /** Whether there is one, and of this jar. */
    private boolean isCached() {
        try {
            return Files.exists(cache())
                    && Files.getLastModifiedTime(cache()).compareTo(Files.getLastModifiedTime(options.jar())) > 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private UnaryOperator<List<String>> cached(String... javaOptions) {
        return java(
                cache().resolveSibling("frontrow.jar"),
                Stream.concat(Stream.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache()), Stream.of(javaOptions))
                        .toArray(String[]::new));
    }

    private static UnaryOperator<List<String>> java(Path jar, String... javaOptions) {
        return arguments -> {
            var command = new ArrayList<>(List.of(ServiceProcess.java()));
            command.addAll(List.of(javaOptions));
            command.addAll(List.of("-jar", jar.toString()));
            command.addAll(arguments);
            return command;
        };
    }

    private static UnaryOperator<List<String>> maven(Path sources) {
        return arguments -> List.of(
                sources.resolve("mvnw").toString(),
                "-q",
                "-f",
                sources.toString(),
                "spring-boot:run",
                "-Dspring-boot.run.arguments=" + String.join(" ", arguments));
    }

    /** Where the earlier commit is built, if it can be. */
    private Optional<Path> earlier() {
        said.accept("building " + EARLIER + ", if that has not been done yet");
        try {
            return Optional.of(EarlierCommit.built(EARLIER, options.directory(), "app", EARLIER_JAR));
        } catch (IOException failed) {
            said.accept(String.valueOf(failed.getMessage()));
            return Optional.empty();
        }
    }
}
