package dev.frontrow.docs.generator;

import dev.frontrow.architecture.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The files of the project, below its root, without what a build has made. */
record Repository(Path root) {

    private static final String DOCUMENTS = "docs";
    private static final String TEST_SUPPORT = "app/test-support";

    /** What the service is made of: {@code src/main} of all artifacts but test support and those of the documents. */
    Stream<Path> service() {
        return Project.artifacts(root).stream()
                .filter(artifact ->
                        !path(artifact).equals(TEST_SUPPORT) && !path(artifact).matches(DOCUMENTS + "(/.*)?"))
                .flatMap(artifact -> below(artifact.resolve("src/main")));
    }

    /** All sources, tests too. */
    Stream<Path> sources() {
        return Project.artifacts(root).stream()
                .flatMap(artifact -> below(artifact.resolve("src")))
                .filter(file -> file.toString().endsWith(".java"));
    }

    /** The project's README, those of the artifacts, and all that is written or generated below {@code docs}. */
    Stream<Path> pages() {
        return Stream.concat(
                        Stream.concat(Stream.of(root), Project.artifacts(root).stream())
                                .map(folder -> folder.resolve("README.md"))
                                .filter(Files::exists),
                        documents(".md"))
                .sorted()
                .distinct();
    }

    /** What is below {@code docs} and in no artifact's sources. */
    Stream<Path> documents(String ending) {
        return below(root.resolve(DOCUMENTS))
                .filter(file -> file.toString().endsWith(ending))
                .filter(file -> !path(file).matches("docs/(generator|src)/.*|.*/target/.*"));
    }

    String path(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
