package dev.frontrow.app.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Markdown files of the repository: the index of decisions, pictures of their Mermaid blocks, and broken links. */
final class HandWritten {

    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern CODE = Pattern.compile("`[^`\\n]*`");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern LINK = Pattern.compile("!?\\[[^\\]\\[]*(?:\\[[^\\]]*][^\\]\\[]*)*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*)$");
    private static final Pattern MERMAID = Pattern.compile("(?ms)^```mermaid\\n(.*?)^```");

    private final Path repository;

    HandWritten(Path repository) {
        this.repository = repository;
    }

    void writeTo(Documents documents) {
        documents.add("docs/adr/README.md", decisions());
        files().forEach(file -> drawMermaid(file, documents));
        below(".puml")
                .filter(file -> !path(file).startsWith("docs/generated/"))
                .forEach(file -> documents.draw(path(file), new Diagram(read(file))));
    }

    private String path(Path file) {
        return repository.relativize(file).toString().replace('\\', '/');
    }

    private Stream<Path> below(String ending) {
        try (var below = Files.walk(repository.resolve("docs"))) {
            return below
                    .filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !path(file).matches("docs/(target|src)/.*"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Markdown decisions() {
        try (var files = Files.list(repository.resolve("docs/adr"))) {
            var rows = files.filter(file -> file.getFileName().toString().matches("\\d{4}-.*\\.md"))
                    .sorted()
                    .map(file -> {
                        var text = read(file);
                        var status =
                                Pattern.compile("\\*\\*Status:\\*\\* *(.*)").matcher(text);
                        return List.of(
                                Markdown.link(
                                        text.lines().findFirst().orElse("").replaceFirst("^# *", ""),
                                        file.getFileName().toString()),
                                status.find() ? status.group(1) : "");
                    })
                    .toList();
            return Markdown.titled("Decisions")
                    .paragraph(
                            "What someone may question later, a page each. A superseded one stays, with a link to what came after.")
                    .table(List.of("Decision", "Status"), rows.stream());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void drawMermaid(Path file, Documents documents) {
        var name = path(file).replace(".md", "").replace('/', '-').toLowerCase(Locale.ROOT);
        var number = 0;
        for (var block : MERMAID.matcher(read(file)).results().toList()) {
            number++;
            documents.add(
                    "docs/generated/diagrams/" + name + "-" + number + ".puml",
                    new Diagram(plantUml(file, block.group(1))));
        }
    }

    /** Mermaid's sequence diagrams in PlantUML's words, for readers without scripts. */
    private String plantUml(Path file, String mermaid) {
        var lines = new ArrayList<>(List.of(
                "@startuml", "hide footbox", "skinparam shadowing false", "skinparam defaultFontName sans-serif"));
        var mermaidLines = mermaid.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (!mermaidLines.getFirst().equals("sequenceDiagram")) {
            throw new IllegalArgumentException(file + ": of Mermaid's diagrams, only sequence diagrams are drawn");
        }
        for (var line : mermaidLines.subList(1, mermaidLines.size())) {
            lines.add(line.replaceFirst("-->>", "\u0001")
                    .replaceFirst("->>", "->")
                    .replaceFirst("--?\\)", "->>")
                    .replace("\u0001", "-->")
                    .replaceFirst("^Note over (\\w+), *(\\w+):", "note over $1, $2 :")
                    .replaceFirst("^Note over (\\w+):", "note over $1 :"));
        }
        lines.add("@enduml");
        return String.join("\n", lines) + "\n";
    }

    /** Every link to a file or heading that is not there, by the file that has it. {@code generated} counts as being there. */
    List<String> brokenLinks() {
        var broken = new ArrayList<String>();
        var anchors = new HashMap<Path, Set<String>>();
        files().forEach(file -> {
            var text = CODE.matcher(CODE_BLOCK
                            .matcher(COMMENT.matcher(read(file)).replaceAll(""))
                            .replaceAll(""))
                    .replaceAll("code");
            LINK.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(link -> !link.matches("[a-z]+:.*"))
                    .filter(link -> !leads(file, link, anchors))
                    .forEach(link -> broken.add(repository.relativize(file) + ": " + link));
        });
        return broken;
    }

    private boolean leads(Path file, String link, Map<Path, Set<String>> anchors) {
        var hash = link.indexOf('#');
        var path = hash < 0 ? link : link.substring(0, hash);
        var target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
        if (!Files.exists(target)
                || !target.toAbsolutePath()
                        .normalize()
                        .startsWith(repository.toAbsolutePath().normalize())) {
            return false;
        }
        if (hash < 0 || !target.toString().endsWith(".md")) {
            return true;
        }
        return anchors.computeIfAbsent(target, this::anchors).contains(link.substring(hash + 1));
    }

    private Set<String> anchors(Path file) {
        var found = new HashSet<String>();
        var counts = new HashMap<String, Integer>();
        HEADING.matcher(CODE_BLOCK.matcher(read(file)).replaceAll("")).results().forEach(heading -> {
            var title = heading.group(1)
                    .strip()
                    .replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1")
                    .replaceAll("[`*]", "");
            var anchor = Markdown.anchor(title);
            var count = counts.merge(anchor, 1, Integer::sum);
            found.add(count == 1 ? anchor : anchor + "-" + (count - 1));
        });
        return found;
    }

    /** Those of {@link #files()} that somebody wrote. */
    List<Path> pages() {
        return files().stream()
                .filter(file -> !path(file).startsWith("docs/generated/"))
                .toList();
    }

    /** README.md, those of the modules, and all below docs. */
    List<Path> files() {
        try (var top = Files.list(repository)) {
            return Stream.of(
                            Stream.of(repository.resolve("README.md")),
                            top.filter(Files::isDirectory)
                                    .filter(directory -> !directory.endsWith("docs"))
                                    .map(directory -> directory.resolve("README.md")),
                            below(".md"))
                    .flatMap(files -> files)
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
