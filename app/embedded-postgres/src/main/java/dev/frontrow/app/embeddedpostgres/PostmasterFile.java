package dev.frontrow.app.embeddedpostgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says of the process that runs on a data directory, or ran on it when it was killed.
 *
 * @param pid the process; the number may belong to another one by now
 * @param ready whether it takes connections
 */
record PostmasterFile(long pid, boolean ready) {

    private static final int STATUS_LINE = 7;

    static Path in(Path directory) {
        return directory.resolve("postmaster.pid");
    }

    /** Reads the file; empty if there is none, or it is half-written. */
    static Optional<PostmasterFile> read(Path directory) throws IOException {
        try {
            var lines = Files.readAllLines(in(directory), StandardCharsets.ISO_8859_1);
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            var ready =
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            return Optional.of(
                    new PostmasterFile(Math.abs(Long.parseLong(lines.getFirst().strip())), ready));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }

    /** Whether the process lives and is the PostgreSQL of that directory, rather than some other one of that number. */
    boolean isAlive(Path directory) {
        var process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return false;
        }
        var proc = Path.of("/proc", Long.toString(pid));
        if (Files.isDirectory(proc)) {
            return isPostgres(proc, directory);
        }
        return process.get()
                .info()
                .command()
                .filter(name -> name.contains("postgres"))
                .isPresent();
    }

    private static boolean isPostgres(Path proc, Path directory) {
        try {
            // A process that has ended, but that nobody has buried yet, has no command line.
            var command = Files.readString(proc.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            var name = command.split("\0", 2)[0];
            if (!name.endsWith("postgres")) {
                return false;
            }
            return command.contains(directory.toString()) || isWorkingDirectory(proc, directory);
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean isWorkingDirectory(Path proc, Path directory) {
        try {
            return Files.isSameFile(proc.resolve("cwd"), directory);
        } catch (IOException notToBeSeen) {
            return false;
        }
    }
}
