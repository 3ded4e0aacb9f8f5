package dev.frontrow.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project that is being built. */
public final class Project {

    private Project() {}

    /** Its root, which has the wrapper; Maven runs an artifact's tests in the artifact's folder. */
    public static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("mvnw")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "not within the project: " + Path.of("").toAbsolutePath()));
    }

    /** The folders below {@code root} that a POM is in, one or two levels deep. */
    public static List<Path> artifacts(Path root) {
        try (var poms = Files.find(root, 3, (path, _) -> path.endsWith("pom.xml"))) {
            return poms.map(Path::getParent)
                    .filter(folder -> !folder.equals(root))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
