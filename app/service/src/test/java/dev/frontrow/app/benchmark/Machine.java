package dev.frontrow.app.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What the figures were taken on, and of what. */
final class Machine {

    private Machine() {}

    static List<String> describe() {
        return List.of(
                "Taken " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + " at commit " + commit() + ".",
                "",
                "%d cores (%s), %s, Java %s; service, database and load generator share them."
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                first("/proc/cpuinfo", "model name"),
                                System.getProperty("os.name"),
                                Runtime.version().feature()));
    }

    private static String commit() {
        var changed = git("status", "--porcelain", "--untracked-files=no").isEmpty() ? "" : " with changes";
        return git("rev-parse", "--short=12", "HEAD") + changed;
    }

    private static String git(String... arguments) {
        try {
            var command = new ArrayList<>(List.of("git"));
            command.addAll(List.of(arguments));
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException noGit) {
            return "unknown";
        }
    }

    private static String first(String file, String key) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException unknown) {
            return System.getProperty("os.arch");
        }
    }
}
