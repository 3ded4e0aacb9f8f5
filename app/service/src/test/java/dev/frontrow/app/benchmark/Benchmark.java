package dev.frontrow.app.benchmark;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures the service as it was built, in a process of its own, over HTTP, in turns with yardsticks of the same machine and
 * the same minutes. {@code ./mvnw -Pbenchmark verify} runs it.
 */
final class Benchmark {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Options options;
    private final Bearers bearers;
    private final Table table;

    private Benchmark(Options options) {
        this.options = options;
        this.bearers = Bearers.keptIn(options.directory().resolve("bearers"));
        this.table = new Table(options.directory().resolve("benchmark.md"), Machine.describe());
    }

    public static void main(String... arguments) {
        new Benchmark(Options.of(arguments)).run();
    }

    private void run() {
        if (isWanted(Rows.onOneService().keySet())) {
            var storage = Storage.empty(options, "plain");
            Bench.prepare(options, storage, bearers);
            try (var bench = Bench.open(options, storage, bearers, Benchmark::say)) {
                bench.warmUp();
                measure(Rows.onOneService(), bench);
            }
        }
        if (isWanted(Set.of(Rows.MILLION_STARTS, "2", "9"))) {
            behindAMillion();
        }
        if (isWanted(Set.of(Rows.STARTS))) {
            say("row " + Rows.STARTS);
            table.add(Rows.STARTS, new Starts(options, bearers, Benchmark::say).measure());
        }
        if (isWanted(Set.of(Rows.RUSH))) {
            var storage = Storage.empty(options, "rush").and(RushRehearsal.SETTINGS);
            Bench.prepare(options, storage, bearers);
            try (var bench = Bench.open(options, storage, bearers, Benchmark::say)) {
                bench.warmUp();
                measure(Map.of(Rows.RUSH, List.of(new RushRehearsal())), bench);
            }
        }
        System.out.println(table);
    }

    private void behindAMillion() {
        say("putting a million in line");
        var storage = Storage.empty(options, "million");
        var million = Million.prepared(options, storage, bearers);
        if (isWanted(Set.of(Rows.MILLION_STARTS))) {
            say("row " + Rows.MILLION_STARTS);
            var empty = Storage.empty(options, "empty");
            Bench.prepare(options, empty, bearers);
            table.add(
                    Rows.MILLION_STARTS,
                    new MillionStarts(options, empty, storage, million, bearers, Benchmark::say).measure());
        }
        if (isWanted(Set.of("2", "9"))) {
            try (var bench = Bench.open(options, storage, bearers, Benchmark::say)) {
                bench.warmUp();
                measure(Rows.behind(million), bench);
            }
        }
    }

    private boolean isWanted(Set<String> rows) {
        return !Collections.disjoint(options.rows(), rows);
    }

    private void measure(Map<String, List<Row>> rows, Bench bench) {
        rows.forEach((number, parts) -> {
            if (options.rows().contains(number)) {
                say("row " + number);
                parts.forEach(part -> table.add(number, part.measure(bench)));
            }
        });
    }

    private static void say(String text) {
        System.out.println(LocalTime.now().format(CLOCK) + "  " + text);
    }
}
