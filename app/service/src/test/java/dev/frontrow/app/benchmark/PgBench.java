package dev.frontrow.app.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** PostgreSQL's own benchmark, as far as it is installed: the yardsticks' statements, one transaction after another. */
final class PgBench {

    static final int CLIENTS = 16;
    static final int HALLS = 8;

    private static final int THREADS = 2;

    /** More transactions a second than this of one client would leave its block of rows. */
    private static final int CLIENT_PER_SECOND_MAX = 250;

    /** Some clients are faster than others. */
    private static final double ROWS_USED_MAX = 0.8;

    /** More than a client can do in a run. */
    private static final int INSERTED_MAX = 10_000_000;

    private static final Pattern PER_SECOND = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern PROCESSED = Pattern.compile("actually processed: ([0-9]+)");

    private final Database database;
    private final Path directory;
    private final int block;
    private final int slice;
    private final Map<String, Integer> used = new HashMap<>();
    private final Map<String, Integer> inserted = new HashMap<>();
    private boolean filled;

    /** For runs of that length, that many of each script. */
    PgBench(Database database, Path directory, Duration run, int runs) {
        this.database = database;
        this.directory = directory;
        this.slice = (int) run.toSeconds() * CLIENT_PER_SECOND_MAX;
        this.block = slice * runs;
    }

    /**
     * How fast it was.
     *
     * @param databaseMicrosEach processor time of the server for a transaction
     */
    record Result(double perSecond, OptionalDouble databaseMicrosEach) {}

    static boolean isInstalled() {
        try {
            return new ProcessBuilder("pgbench", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs a script that leaves its rows as it finds them, or needs none. */
    Result run(String script, Duration duration) {
        fill();
        return run(script, duration, inserted.merge(script, INSERTED_MAX, Integer::sum));
    }

    /** Runs a script that uses its rows up, on some that no run before it has had. */
    Result runOnce(String script, Duration duration) {
        fill();
        var result = run(script, duration, used.merge(script, slice, Integer::sum) - slice);
        if (result.perSecond() * duration.toSeconds() > ROWS_USED_MAX * CLIENTS * slice) {
            throw new IllegalStateException(script + " has run out of rows at " + result.perSecond() + "/s");
        }
        return result;
    }

    /** Each client counts from {@code first}. */
    private Result run(String script, Duration duration, int first) {
        var command = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared"));
        command.addAll(List.of("-c", Integer.toString(CLIENTS), "-j", Integer.toString(THREADS)));
        command.addAll(List.of(
                "-T", Long.toString(duration.toSeconds()), "-f", file(script).toString()));
        command.addAll(List.of("-D", "n=" + first));
        variables().forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        var before = database.seconds();
        var output = output(command);
        var after = database.seconds();
        return new Result(
                number(PER_SECOND, output),
                before.isPresent() && after.isPresent()
                        ? OptionalDouble.of(
                                (after.getAsDouble() - before.getAsDouble()) * 1e6 / number(PROCESSED, output))
                        : OptionalDouble.empty());
    }

    private Map<String, Integer> variables() {
        return Map.of("clients", CLIENTS, "block", block, "halls", HALLS, "base", 0, "paying", CLIENTS * block);
    }

    private void fill() {
        if (filled) {
            return;
        }
        filled = true;
        var yardstick = database.yardstick();
        for (var statement : text("rows.sql").replaceAll("(?m)^--.*$", "").split(";")) {
            var sql = statement.strip();
            for (var variable : variables().entrySet()) {
                sql = sql.replace(":" + variable.getKey(), variable.getValue().toString());
            }
            if (!sql.isEmpty()) {
                yardstick.sql(sql).update();
            }
        }
    }

    private String output(List<String> command) {
        var log = directory.resolve("pgbench.log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(database.libpq());
        try {
            var exit = builder.start().waitFor();
            var output = Files.readString(log);
            if (exit != 0 || output.contains("ERROR") || output.contains("aborted")) {
                throw new IllegalStateException(output);
            }
            return output;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static double number(Pattern pattern, String output) {
        var found = pattern.matcher(output);
        if (!found.find()) {
            throw new IllegalStateException(output);
        }
        return Double.parseDouble(found.group(1));
    }

    private Path file(String script) {
        var file = directory.resolve("pgbench").resolve(script);
        try (var content = PgBench.class.getResourceAsStream("/benchmark/" + script)) {
            Files.createDirectories(file.getParent());
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String text(String script) {
        try (var content = PgBench.class.getResourceAsStream("/benchmark/" + script)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
