package dev.frontrow.docs.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that is generated, by its path in the repository: to be written there, or compared with what is. */
final class Documents {

    private static final String DIRECTORY = "docs/generated";

    /** What is compared, and written, as it is. */
    private final SortedMap<String, String> texts = new TreeMap<>();

    /** What is compared by the hash of its source, and drawn. */
    private final SortedMap<String, Diagram> diagrams = new TreeMap<>();

    void add(String path, Markdown document) {
        add(path, document.text());
    }

    void add(String path, String text) {
        if (texts.put(path, text) != null) {
            throw new IllegalStateException("generated twice: " + path);
        }
    }

    /** Adds a diagram's source, and with it the SVG beside it. {@code path} ends in {@code .puml}. */
    void add(String path, Diagram diagram) {
        add(path, diagram.source());
        draw(path, diagram);
    }

    /** Adds the SVG of a diagram whose source, at {@code path}, somebody wrote by hand. */
    void draw(String path, Diagram diagram) {
        diagrams.put(path.replaceAll("\\.puml$", ".svg"), diagram);
    }

    /** Writes what is not there yet as it should be, and deletes what nothing generates any more. */
    void writeTo(Path repository) throws IOException {
        for (var file : superfluousIn(repository)) {
            Files.delete(repository.resolve(file));
        }
        for (var document : texts.entrySet()) {
            var file = repository.resolve(document.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, document.getValue());
        }
        for (var diagram : diagrams.entrySet()) {
            var file = repository.resolve(diagram.getKey());
            if (!Files.exists(file) || !diagram.getValue().isDrawnIn(Files.readString(file))) {
                Files.writeString(file, diagram.getValue().svg());
            }
        }
    }

    /** Those that are not in the repository as they should be, each with what is wrong with it. */
    List<String> staleIn(Path repository) throws IOException {
        var stale = new ArrayList<String>();
        for (var document : texts.entrySet()) {
            var file = repository.resolve(document.getKey());
            if (!Files.exists(file)) {
                stale.add(document.getKey() + ": missing");
            } else if (!Files.readString(file).equals(document.getValue())) {
                stale.add(document.getKey() + ": " + difference(Files.readString(file), document.getValue()));
            }
        }
        for (var diagram : diagrams.entrySet()) {
            var file = repository.resolve(diagram.getKey());
            if (!Files.exists(file)) {
                stale.add(diagram.getKey() + ": missing");
            } else if (!diagram.getValue().isDrawnIn(Files.readString(file))) {
                stale.add(diagram.getKey() + ": drawn of another source");
            }
        }
        superfluousIn(repository).forEach(file -> stale.add(file + ": nothing generates it any more"));
        return stale;
    }

    private static String difference(String committed, String generated) {
        var before = committed.lines().toList();
        var after = generated.lines().toList();
        for (var line = 0; line < Math.max(before.size(), after.size()); line++) {
            var old = line < before.size() ? before.get(line) : "(nothing)";
            var now = line < after.size() ? after.get(line) : "(nothing)";
            if (!old.equals(now)) {
                return "stale from line %d on\n    committed: %s\n    code says: %s".formatted(line + 1, old, now);
            }
        }
        return "stale";
    }

    private List<String> superfluousIn(Path repository) throws IOException {
        var generated = new TreeSet<>(texts.keySet());
        generated.addAll(diagrams.keySet());
        if (!Files.exists(repository.resolve(DIRECTORY))) {
            return List.of();
        }
        try (var files = Files.walk(repository.resolve(DIRECTORY))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> repository.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !generated.contains(file))
                    .sorted()
                    .toList();
        }
    }
}
