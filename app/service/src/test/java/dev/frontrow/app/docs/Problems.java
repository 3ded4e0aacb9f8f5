package dev.frontrow.app.docs;

import static dev.frontrow.app.docs.Markdown.code;
import static dev.frontrow.app.docs.Markdown.link;

import dev.frontrow.architecture.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every problem that a client can be answered with, from the catalogue that each module ships. */
final class Problems {

    private record Problem(String code, String status, String title, String description, TreeSet<String> catalogues) {

        boolean saysTheSameAs(Problem other) {
            return status.equals(other.status) && title.equals(other.title) && description.equals(other.description);
        }
    }

    private final TreeMap<String, Problem> problems = new TreeMap<>();

    Problems(Path repository) {
        try {
            for (var artifact : Project.artifacts(repository)) {
                var directory = artifact.resolve("src/main/resources/problems");
                if (Files.isDirectory(directory)) {
                    try (var catalogues = Files.newDirectoryStream(directory, "*.properties")) {
                        for (var catalogue : catalogues) {
                            read(catalogue);
                        }
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void read(Path catalogue) throws IOException {
        var properties = new Properties();
        try (var text = Files.newBufferedReader(catalogue)) {
            properties.load(text);
        }
        var name = catalogue.getFileName().toString().replace(".properties", "");
        for (var key : properties.stringPropertyNames()) {
            if (key.endsWith(".status")) {
                var code = key.substring(0, key.length() - ".status".length());
                var problem = new Problem(
                        code,
                        properties.getProperty(key).strip(),
                        properties.getProperty(code + ".title", "").strip(),
                        properties.getProperty(code + ".description", "").strip(),
                        new TreeSet<>());
                var known = problems.computeIfAbsent(code, none -> problem);
                if (!known.saysTheSameAs(problem)) {
                    throw new IllegalStateException("%s says something else about the problem %s than %s does"
                            .formatted(name, code, known.catalogues()));
                }
                known.catalogues().add(name);
            }
        }
    }

    boolean isKnown(String code) {
        return problems.containsKey(code);
    }

    void writeTo(Documents documents) {
        var document = Markdown.titled("Problems")
                .paragraph("""
                        A refusal is answered as `application/problem+json` (RFC 9457); its member `code` is one of these, its
                        `type` the page `/problems/<code>` that the service itself serves. A refusal changes nothing. Which
                        operation answers which is in the %s.""".formatted(link("REST reference", "rest.md")))
                .table(
                        List.of("Code", "Status", "Title", "Shipped by"),
                        problems.values().stream()
                                .map(problem -> List.of(
                                        link(code(problem.code()), "#" + Markdown.anchor(problem.code())),
                                        problem.status(),
                                        problem.title(),
                                        String.join(", ", problem.catalogues()))));
        problems.values()
                .forEach(problem -> document.heading(2, problem.code())
                        .paragraph("**" + problem.status() + " " + problem.title() + ".** " + problem.description()));
        documents.add("docs/generated/problems.md", document);
    }
}
