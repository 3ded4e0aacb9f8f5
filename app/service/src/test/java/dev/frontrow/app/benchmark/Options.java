package dev.frontrow.app.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be measured, and how long.
 *
 * @param rows the numbers of the table's rows
 * @param seconds how long a round of a row lasts
 * @param rounds how often a row and its yardsticks take turns
 * @param warmUp how long the service works before anything counts
 * @param port of the service; 0 for a free one
 * @param jar the service as it was built
 * @param directory for the database, the logs and the report
 * @param javaOptions for the service's own Java
 * @param arguments for the service, besides those of the benchmark
 */
record Options(
        Set<String> rows,
        Duration seconds,
        int rounds,
        Duration warmUp,
        int port,
        Path jar,
        Path directory,
        List<String> javaOptions,
        List<String> arguments) {

    /** Reads {@code name=value} arguments; an empty value is none. */
    static Options of(String... arguments) {
        Map<String, String> given = Stream.of(arguments)
                .map(argument -> argument.split("=", 2))
                .filter(pair -> pair.length == 2 && !pair[1].isBlank())
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return new Options(
                new LinkedHashSet<>(words(given.getOrDefault("rows", String.join(",", Rows.ALL)), ",")),
                Duration.ofSeconds(Long.parseLong(given.getOrDefault("seconds", "10"))),
                Integer.parseInt(given.getOrDefault("rounds", "3")),
                Duration.ofSeconds(Long.parseLong(given.getOrDefault("warmUp", "60"))),
                Integer.parseInt(given.getOrDefault("port", "0")),
                Path.of(given.getOrDefault("jar", "app/service/target/frontrow.jar"))
                        .toAbsolutePath(),
                Path.of(given.getOrDefault("directory", "app/service/target/benchmark"))
                        .toAbsolutePath(),
                words(given.getOrDefault("javaOptions", ""), " "),
                words(given.getOrDefault("arguments", ""), " "));
    }

    private static List<String> words(String text, String separator) {
        return Stream.of(text.split(separator))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
