package dev.frontrow.docs.generator;

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

/** The Markdown files of the repository: the index of decisions, pictures of their Mermaid blocks, and broken links. */
final class HandWritten {

    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern CODE = Pattern.compile("`[^`\\n]*`");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern LINK = Pattern.compile("!?\\[[^\\]\\[]*(?:\\[[^\\]]*][^\\]\\[]*)*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*)$");
    private static final Pattern MERMAID = Pattern.compile("(?ms)^```mermaid\\n(.*?)^```");

    private final Repository repository;

    HandWritten(Repository repository) {
        this.repository = repository;
    }

    void writeTo(Documents documents) {
        documents.add("docs/adr/README.md", decisions());
        repository.pages().forEach(file -> drawMermaid(file, documents));
        repository
                .documents(".puml")
                .filter(file -> !repository.path(file).startsWith("docs/generated/"))
                .forEach(file -> documents.draw(repository.path(file), new Diagram(Repository.read(file))));
    }

    private Markdown decisions() {
        var rows = repository
                .documents(".md")
                .filter(file -> repository.path(file).matches("docs/adr/\\d{4}-.*"))
                .map(file -> {
                    var text = Repository.read(file);
                    var status = Pattern.compile("\\*\\*Status:\\*\\* *(.*)").matcher(text);
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
    }

    private void drawMermaid(Path file, Documents documents) {
        var name = repository.path(file).replace(".md", "").replace('/', '-').toLowerCase(Locale.ROOT);
        var number = 0;
        for (var block : MERMAID.matcher(Repository.read(file)).results().toList()) {
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
        repository.pages().forEach(file -> {
            var text = CODE.matcher(CODE_BLOCK
                            .matcher(COMMENT.matcher(Repository.read(file)).replaceAll(""))
                            .replaceAll(""))
                    .replaceAll("code");
            LINK.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(link -> !link.matches("[a-z]+:.*"))
                    .filter(link -> !leads(file, link, anchors))
                    .forEach(link -> broken.add(repository.path(file) + ": " + link));
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
                        .startsWith(repository.root().toAbsolutePath().normalize())) {
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
        HEADING.matcher(CODE_BLOCK.matcher(Repository.read(file)).replaceAll(""))
                .results()
                .forEach(heading -> {
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

    /** The pages that somebody wrote. */
    List<Path> pages() {
        return repository
                .pages()
                .filter(file -> !repository.path(file).startsWith("docs/generated/"))
                .toList();
    }
}
