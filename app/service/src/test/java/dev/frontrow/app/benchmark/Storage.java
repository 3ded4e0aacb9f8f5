package dev.frontrow.app.benchmark;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.util.FileSystemUtils;

/**
 * Where a service keeps its data: an embedded database in a directory of its own, or one on the server that the environment
 * names.
 *
 * @param settings what the service is told, to find it and for as long as it works on it
 * @param database a way to it, while a service runs on it
 */
record Storage(Map<String, String> settings, Supplier<Database> database) {

    /** Nothing that was prepared is to run out while others are measured. */
    private static final Map<String, String> PATIENCE = Map.of(
            "frontrow.demo.enabled", "true",
            "server.address", "127.0.0.1",
            "frontrow.reservation.hold-ttl", "2h",
            "frontrow.queue.active-ttl", "2h",
            "frontrow.queue.no-show-after", "2h",
            "frontrow.queue.abandoned-after", "24h",
            "frontrow.queue.max-waiting", "3000000");

    /** An empty place of that name. */
    static Storage empty(Options options, String name) {
        return Database.named(System.getenv())
                .map(database -> onServer(database.anew("frontrow_benchmark_" + name)))
                .orElseGet(() -> embedded(options.directory().resolve(name)));
    }

    private static Storage onServer(Database database) {
        return new Storage(PATIENCE, () -> database)
                .and(Map.of(
                        "spring.datasource.url", database.url(),
                        "spring.datasource.username", database.user(),
                        "spring.datasource.password", database.password()));
    }

    private static Storage embedded(Path directory) {
        FileSystemUtils.deleteRecursively(directory.toFile());
        var data = directory.resolve("postgres");
        return new Storage(PATIENCE, () -> Database.embeddedIn(data))
                .and(Map.of("frontrow.embedded-postgres.data-directory", data.toString()));
    }

    /** The same place, for a service with more settings, which win over those before. */
    Storage and(Map<String, String> more) {
        var all = new LinkedHashMap<>(settings);
        all.putAll(more);
        return new Storage(all, database);
    }
}
