package dev.frontrow.app.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Starting the service in the ways there are, against an earlier commit, which is built for that: from the start of the process
 * to the first answer with the demo's concerts in it.
 */
record Starts(Options options, Consumer<String> said) {

    private static final String EARLIER = "e3c874f";
    private static final double PLAIN_TARGET = 0.5;
    private static final double MAVEN_TARGET = 0.6;

    /**
     * A way to start.
     *
     * @param command what is run, made of the service's arguments
     * @param target how much of the earlier commit's time it may take
     */
    private record Way(String name, UnaryOperator<List<String>> command, Site site, double target) {}

    /** How it went. */
    private record Start(double seconds, double residentBytes) {}

    List<Line> measure() {
        var earlier = earlierJar();
        if (earlier.isEmpty()) {
            return List.of(Line.notMeasured("starting", "", "commit " + EARLIER + " can't be built here"));
        }
        var ways = List.of(
                new Way("java -jar at " + EARLIER, java(earlier.get()), Site.empty(options, "start-earlier"), 1),
                new Way("java -jar", java(options.jar()), Site.empty(options, "start-plain"), PLAIN_TARGET),
                new Way("./mvnw spring-boot:run", Starts::maven, Site.empty(options, "start-maven"), MAVEN_TARGET));
        // The first time, each makes its database, and Maven compiles.
        ways.forEach(this::start);
        var starts = new LinkedHashMap<Way, List<Start>>();
        for (var round = 0; round < options.rounds(); round++) {
            ways.forEach(
                    way -> starts.computeIfAbsent(way, _ -> new ArrayList<>()).add(start(way)));
        }
        return lines(ways.getFirst(), starts);
    }

    private static List<Line> lines(Way yardstick, Map<Way, List<Start>> starts) {
        return starts.keySet().stream()
                .filter(way -> way != yardstick)
                .map(way -> Line.atMost(
                                "start by " + way.name() + "; against " + yardstick.name(),
                                Median.of(starts.get(way), Start::seconds),
                                Median.of(starts.get(yardstick), Start::seconds),
                                " s",
                                way.target())
                        .costing(Median.of(starts.get(way), start -> start.residentBytes() / 1e6)
                                .in(" MB in memory")))
                .toList();
    }

    private Start start(Way way) {
        var port = ServiceProcess.port(options);
        var command =
                way.command().apply(ServiceProcess.arguments(port, way.site().settings()));
        var log = options.directory().resolve("start.log");
        try (var service =
                ServiceProcess.launch(command, log, port, "/api/v1/concerts", body -> body.contains("\"id\""))) {
            var start = new Start(
                    service.startedIn().toMillis() / 1e3, service.times().residentBytes());
            said.accept(way.name() + ": " + start);
            return start;
        }
    }

    private static UnaryOperator<List<String>> java(Path jar) {
        return arguments -> {
            var command = new ArrayList<>(List.of(ServiceProcess.java(), "-jar", jar.toString()));
            command.addAll(arguments);
            return command;
        };
    }

    private static List<String> maven(List<String> arguments) {
        return List.of("./mvnw", "-q", "spring-boot:run", "-Dspring-boot.run.arguments=" + String.join(" ", arguments));
    }

    /** Builds the earlier commit beside this one, if that has not been done yet. */
    private Optional<Path> earlierJar() {
        var sources = options.directory().resolve(EARLIER);
        try {
            if (!Files.exists(sources)) {
                run("git", "worktree", "prune");
                run("git", "worktree", "add", "--detach", sources.toString(), EARLIER);
            }
            var jar = sources.resolve("app/target/app-0.1.0-SNAPSHOT.jar");
            if (!Files.exists(jar)) {
                said.accept("building " + EARLIER);
                run("./mvnw", "-q", "-f", sources.toString(), "-DskipTests", "-pl", "app", "-am", "package");
            }
            return Files.exists(jar) ? Optional.of(jar) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        }
    }

    private void run(String... command) throws IOException {
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(options.directory().resolve("build.log").toFile())
                    .start()
                    .waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
