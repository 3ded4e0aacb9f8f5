package dev.frontrow.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Who may know whom, as {@code docs/architecture.md} shows it: a line a module, {@code queue ──► concert, payment}. */
final class Picture {

    private static final Pattern ARROW = Pattern.compile("(?m)^(\\w+) +──► +(\\w+(?:, *\\w+)*)$");

    private final Map<String, Set<String>> arrows = new TreeMap<>();

    Picture(Path project) {
        try {
            var page = Files.readString(project.resolve("docs/architecture.md"));
            ARROW.matcher(page)
                    .results()
                    .forEach(arrow -> arrows.put(
                            arrow.group(1), new TreeSet<>(Set.of(arrow.group(2).split(", *")))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whom the module may know; empty where the picture does not have the module. */
    Optional<Set<String>> of(String module) {
        var shown = arrows.get(module);
        if (shown == null) {
            return Optional.empty();
        }
        if (shown.equals(Set.of("nobody"))) {
            return Optional.of(Set.of());
        }
        if (shown.equals(Set.of("all"))) {
            var others = new TreeSet<>(arrows.keySet());
            others.remove(module);
            others.remove(Layout.SHARED);
            return Optional.of(others);
        }
        return Optional.of(shown);
    }
}
