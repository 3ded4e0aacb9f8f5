package dev.frontrow.app.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the service as it was built, in a process of its own, over HTTP, in turns with yardsticks of the same machine and
 * the same minutes. {@code ./mvnw -Pbenchmark verify} runs it.
 */
final class Benchmark {

    /** Nothing that was prepared is to run out while others are measured. */
    private static final List<String> SETTINGS = List.of(
            "frontrow.demo.enabled=true",
            "server.address=127.0.0.1",
            "frontrow.reservation.hold-ttl=2h",
            "frontrow.queue.active-ttl=2h",
            "frontrow.queue.no-show-after=2h",
            "frontrow.queue.abandoned-after=24h",
            "frontrow.queue.max-waiting=3000000");

    private static final int USERS = 20_000;

    private Benchmark() {}

    public static void main(String... arguments) throws IOException {
        var options = Options.of(arguments);
        var bearers = Bearers.keptIn(options.directory().resolve("bearers"));
        var data = options.directory().resolve("postgres");
        FileSystemUtils.deleteRecursively(data);
        var settings = new java.util.ArrayList<>(SETTINGS);
        settings.add("frontrow.embedded-postgres.data-directory=" + data);
        prepare(options, settings, data, bearers);
        try (var service = ServiceProcess.start(options, settings);
                var constant = ServiceProcess.startConstantAnswers(options);
                var boxOffice = new BoxOffice(service.address(), bearers)) {
            var database = database(data);
            database.makeYardstick();
            var pgbench = new PgBench(database, options.directory(), options.seconds(), options.rounds());
            var bench = new Bench(
                    options, service, constant, database, pgbench, bearers, boxOffice, said -> say("    " + said));
            run(bench);
        }
    }

    /** Starts the service once, so that its tables are there, and tells database and service what the next start is to know. */
    private static void prepare(Options options, List<String> settings, Path data, Bearers bearers) {
        try (var service = ServiceProcess.start(options, settings)) {
            say("first start in " + service.startedIn().toMillis() + " ms");
            var database = database(data);
            bearers.acceptedIn(database.client());
            if (Database.named(System.getenv()).isEmpty()) {
                database.countStatements();
            }
        }
    }

    private static Database database(Path data) {
        return Database.named(System.getenv()).orElseGet(() -> Database.embeddedIn(data));
    }

    private static void run(Bench bench) {
        var options = bench.options();
        var table = new Table(
                options.directory().resolve("benchmark.md"),
                Machine.describe(bench.database().version()));
        if (!options.warmUp().isZero()) {
            say("warming up");
            try (var load = bench.load(Journeys.CONNECTIONS)) {
                Journeys.prepared(bench, USERS, Journeys.WHOLE).warmUp(load, options.warmUp());
            }
        }
        for (var number : options.rows()) {
            say("row " + number);
            Rows.of(number).forEach(row -> table.add(number, row.measure(bench)));
        }
        System.out.println(table);
    }

    private static void say(String text) {
        System.out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + text);
    }
}
