package dev.frontrow.app.benchmark;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.frontrow.app.benchmark.BoxOffice.Concert;
import dev.frontrow.app.benchmark.load.Request;
import dev.frontrow.app.benchmark.load.Tally;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/**
 * Fifty thousand users within ten seconds for two thousand seats, from the first who joins to the last who goes home: once over
 * some hundred connections, as behind a proxy, and once over as many as the service takes, which stay open.
 */
final class RushRehearsal implements Row {

    static final int SECTIONS = 2;

    private static final int USERS = 50_000;
    private static final int SEATS = 2_000;
    private static final Duration COME_WITHIN = Duration.ofSeconds(10);
    private static final Duration AT_MOST = Duration.ofMinutes(6);
    private static final int MAX_ACTIVE = 1_000;
    private static final int ADMISSIONS_PER_SECOND = 100;
    private static final int FEW_CONNECTIONS = 512;
    private static final int MANY_CONNECTIONS = 16_000;

    /** What either process has open besides. */
    private static final int OTHER_FILES = 500;

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** For as long as the rehearsal, with times that are over before it is. */
    static final Map<String, String> SETTINGS = Map.of(
            "frontrow.reservation.hold-ttl", "20s",
            "frontrow.queue.active-ttl", "60s",
            "frontrow.queue.no-show-after", "15s",
            "frontrow.queue.abandoned-after", "60s");

    /** What all could see at the end of one second, and how they were answered in it. */
    record Second(int second, Figures figures, int paid, long connections, Tally tally) {}

    /** A line's figures and a schedule's seats. */
    record Figures(int waiting, int active, int admitted, int available) {}

    @Override
    public List<Line> measure(Bench bench) {
        var lines = new ArrayList<Line>();
        lines.addAll(rehearse(bench, FEW_CONNECTIONS));
        var files = filesMax();
        lines.addAll(
                files < MANY_CONNECTIONS + OTHER_FILES
                        ? List.of(Line.notMeasured(
                                "rush over 16,000 connections",
                                "",
                                "this machine lets a process open " + files + " files"))
                        : rehearse(bench, MANY_CONNECTIONS));
        return lines;
    }

    private static long filesMax() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    private static List<Line> rehearse(Bench bench, int connections) {
        var box = bench.boxOffice();
        var concert = box.concert(SEATS);
        box.paceLine(concert, MAX_ACTIVE, ADMISSIONS_PER_SECOND, false);
        var counts = new RushCounts();
        var seconds = new ArrayList<Second>();
        try (var load = bench.load(connections);
                var onlooker = new Onlooker(bench, concert)) {
            load.come(users(bench, concert, counts));
            while (counts.left < USERS && seconds.size() < AT_MOST.toSeconds()) {
                var tally = load.goOn(SECOND);
                seconds.add(new Second(seconds.size() + 1, onlooker.seen(), counts.paid, load.open(), tally));
            }
            load.finish(Duration.ZERO);
        }
        bench.database().awaitTail();
        var violations = box.violations();
        var page = bench.options().directory().resolve("rush-" + connections + ".html");
        new RushPage(connections, counts, seconds, violations).write(page);
        return lines(bench, connections, counts, seconds, violations);
    }

    private static List<RushUser> users(Bench bench, Concert concert, RushCounts counts) {
        var dice = new Random(USERS);
        return bench.bearers().users(USERS).stream()
                .map(user -> new RushUser(
                        user,
                        concert,
                        Duration.ofMillis(dice.nextInt((int) COME_WITHIN.toMillis())),
                        dice.nextLong(),
                        counts))
                .toList();
    }

    private static List<Line> lines(
            Bench bench, int connections, RushCounts counts, List<Second> seconds, List<String> violations) {
        var errors = seconds.stream()
                .mapToInt(second -> second.tally().operations().values().stream()
                        .mapToInt(answers -> answers.count(500, 599) + answers.count(0, 0))
                        .sum())
                .sum();
        var requests = seconds.stream()
                .mapToInt(second -> second.tally().operations().values().stream()
                        .mapToInt(Tally.Answers::all)
                        .sum())
                .sum();
        return List.of(
                Line.told(
                        "rush over " + connections + " connections: 50,000 users, 2,000 seats",
                        counts.paid + " paid after " + seconds.size() + " s",
                        requests + " requests; poll p99 of the worst second "
                                + Line.plain(seconds.stream()
                                        .mapToDouble(second ->
                                                second.tally().of("poll").millis(99))
                                        .max()
                                        .orElse(Double.NaN))
                                + " ms; the service took "
                                + Line.plain(bench.service().times().residentBytes() / 1e6) + " MB"),
                Line.limit("… everybody gone", counts.left + "", USERS + "", counts.left == USERS),
                Line.limit("… answers of 5xx, and lost ones", errors + "", "0", errors == 0),
                Line.limit(
                        "… integrity",
                        violations.isEmpty() ? "clean" : violations.toString(),
                        "clean",
                        violations.isEmpty()));
    }

    /** Looks at the figures, besides the users. */
    private static final class Onlooker implements AutoCloseable {

        private static final long EVERY_MILLIS = 500;

        private final AtomicReference<Figures> seen = new AtomicReference<>(new Figures(0, 0, 0, SEATS));
        private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

        Onlooker(Bench bench, Concert concert) {
            thread.scheduleWithFixedDelay(() -> look(bench, concert), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }

        private void look(Bench bench, Concert concert) {
            try {
                see(bench, concert);
            } catch (IllegalStateException refused) {
                // In a crowd that happens; what was seen last stays until the next look.
            }
        }

        private void see(Bench bench, Concert concert) {
            var line = bench.boxOffice().line(concert);
            var seats = bench.boxOffice()
                    .ask(Request.get("look", "/api/v1/schedules/" + concert.scheduleId() + "/availability"))
                    .expect(200)
                    .json();
            seen.set(new Figures(
                    number(line, "waiting"),
                    number(line, "active"),
                    number(line, "admittedTotal"),
                    number(seats, "available")));
        }

        private static int number(JsonNode node, String property) {
            return node.path(property).asInt(0);
        }

        Figures seen() {
            return seen.get();
        }

        @Override
        public void close() {
            thread.shutdown();
            try {
                thread.awaitTermination(EVERY_MILLIS * 10, TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
