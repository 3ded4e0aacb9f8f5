package dev.frontrow.app.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What processor time a process has taken, its children and those that have ended included; known where there is {@code /proc}. */
record ProcessTimes(ProcessHandle process) {

    /** Linux tells times in hundredths of a second. */
    private static final double TICKS_PER_SECOND = 100;

    /** Fields of {@code /proc/<pid>/stat}, counted behind the name, which is in brackets: utime, stime, cutime, cstime. */
    private static final int FIRST_FIELD = 11;

    private static final int FIELDS = 4;

    /** The seconds so far. */
    OptionalDouble seconds() {
        return Files.exists(Path.of("/proc/self/stat"))
                ? OptionalDouble.of(Stream.concat(Stream.of(process), process.descendants())
                        .mapToDouble(each -> seconds(each.pid()))
                        .sum())
                : OptionalDouble.empty();
    }

    private static double seconds(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return Stream.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "))
                            .skip(FIRST_FIELD)
                            .limit(FIELDS)
                            .mapToLong(Long::parseLong)
                            .sum()
                    / TICKS_PER_SECOND;
        } catch (IOException ended) {
            return 0;
        }
    }

    /** The most memory that it has had at once, in bytes; known where there is {@code /proc}. */
    long residentBytes() {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException unknown) {
            return 0;
        }
    }
}
