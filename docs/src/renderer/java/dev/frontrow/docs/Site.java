package dev.frontrow.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Renders the whole site: {@code README.md}, each artifact's, and everything below {@code docs}.
 *
 * <p>Run with the repository, the directory to fill and a file for a note as arguments. What is linked and can't be shown as a
 * page (diagrams, their sources, pictures, the OpenAPI document) is copied beside the pages. The note says what the site was
 * made of; as long as that has not changed nothing is rendered, since each start of a developer's waits for it.
 */
final class Site {

    private static final int ARTIFACTS_DEPTH = 3;
    private static final String RENDERER = "docs/src/renderer/java/dev/frontrow/docs";
    private static final Set<String> COPIED = Set.of("svg", "png", "puml", "yaml");

    private final Path repository;
    private final Path directory;
    private final Path note;

    private Site(Path repository, Path directory, Path note) {
        this.repository = repository;
        this.directory = directory;
        this.note = note;
    }

    public static void main(String[] arguments) throws IOException {
        new Site(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2])).bringUpToDate();
    }

    private void bringUpToDate() throws IOException {
        var sources = sources();
        var files = files();
        var state = state(sources, files);
        if (!Files.exists(directory)
                || !Files.exists(note)
                || !Files.readString(note).equals(state)) {
            render(sources, files);
            Files.writeString(note, state);
        }
    }

    /** All that the site is made of, the renderer among it, with the time at which it was written last. */
    private String state(List<Source> sources, Set<String> files) throws IOException {
        var all = new TreeSet<>(files);
        sources.forEach(source -> all.add(source.path()));
        try (var renderer = Files.list(repository.resolve(RENDERER))) {
            renderer.map(this::path).forEach(all::add);
        }
        var state = new StringBuilder();
        for (var file : all) {
            state.append(file)
                    .append(' ')
                    .append(Files.getLastModifiedTime(repository.resolve(file)))
                    .append('\n');
        }
        return state.toString();
    }

    private void render(List<Source> sources, Set<String> files) throws IOException {
        var pages = new ArrayList<Page>();
        for (var source : sources) {
            pages.add(new Markdown(repository, source, sources, files).page());
        }
        empty();
        var navigation = new Navigation(pages);
        for (var page : pages) {
            write(page.source().target(), Layout.html(page, navigation));
        }
        for (var file : files) {
            var target = directory.resolve(file.substring("docs/".length()));
            Files.createDirectories(target.getParent());
            Files.copy(repository.resolve(file), target);
        }
    }

    private List<Source> sources() throws IOException {
        var found = new ArrayList<Source>();
        try (var read = Files.find(repository, ARTIFACTS_DEPTH, (path, _) -> path.endsWith("README.md"))) {
            read.filter(path -> Files.exists(path.resolveSibling("pom.xml")))
                    .map(this::path)
                    .filter(path -> !path.startsWith("docs/"))
                    .sorted()
                    .forEach(path -> found.add(Source.of(path)));
        }
        below("docs", "md").forEach(path -> found.add(Source.of(path)));
        return found;
    }

    private Set<String> files() throws IOException {
        var found = new TreeSet<String>();
        for (var extension : COPIED) {
            found.addAll(below("docs", extension));
        }
        return found;
    }

    private List<String> below(String top, String extension) throws IOException {
        try (Stream<Path> walk = Files.walk(repository.resolve(top))) {
            return walk.map(this::path)
                    .filter(path -> path.endsWith("." + extension))
                    .filter(path -> !path.matches(top + "/(generator|src|target)/.*"))
                    .sorted()
                    .toList();
        }
    }

    private String path(Path file) {
        return repository.relativize(file).toString().replace('\\', '/');
    }

    private void empty() throws IOException {
        if (Files.exists(directory)) {
            try (var walk = Files.walk(directory)) {
                for (var file : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(directory);
    }

    private void write(String target, String text) throws IOException {
        var file = directory.resolve(target);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
