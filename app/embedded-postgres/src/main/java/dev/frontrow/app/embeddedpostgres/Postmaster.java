package dev.frontrow.app.embeddedpostgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The first process of the server that runs on a data directory, whoever has started it. */
final class Postmaster {

    private Postmaster() {}

    /** Finds it by {@code postmaster.pid}, which a killed one leaves behind, with a number that may be another process's. */
    static Optional<ProcessHandle> on(Path directory) throws IOException {
        try (var lines = Files.lines(file(directory), StandardCharsets.ISO_8859_1)) {
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Math.abs(Long.parseLong(pid.strip()))))
                    .filter(process -> runsOn(directory, process.info()));
        } catch (NoSuchFileException | NumberFormatException noneOrHalfWritten) {
            return Optional.empty();
        }
    }

    /** Nothing is known of a process that has ended, but that nobody has buried yet. */
    private static boolean runsOn(Path directory, ProcessHandle.Info process) {
        return process.arguments()
                .map(arguments -> List.of(arguments).contains(directory.toString()))
                // Windows tells the program alone.
                .orElseGet(() -> process.command().orElse("").contains("postgres"));
    }

    /**
     * Clears away what a dead one has left, because PostgreSQL takes another process of its number for it. Its children, if
     * they live, PostgreSQL finds by themselves.
     */
    static void forgetDead(Path directory) throws IOException {
        if (on(directory).isEmpty()) {
            Files.deleteIfExists(file(directory));
        }
    }

    private static Path file(Path directory) {
        return directory.resolve("postmaster.pid");
    }
}
