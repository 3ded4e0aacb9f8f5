package dev.frontrow.docs.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes one generated Markdown document. */
final class Markdown {

    private static final String NOTE =
            "<!-- Generated from the code: change that, then run `./mvnw -Pdocs test`. -->\n\n";

    private final StringBuilder text = new StringBuilder(NOTE);

    static Markdown titled(String title) {
        var markdown = new Markdown();
        markdown.text.append("# ").append(title).append("\n");
        return markdown;
    }

    Markdown heading(int level, String title) {
        text.append("\n").append("#".repeat(level)).append(" ").append(title).append("\n");
        return this;
    }

    /** A paragraph, or nothing where it is empty. */
    Markdown paragraph(String paragraph) {
        if (!paragraph.isBlank()) {
            text.append("\n").append(paragraph.strip()).append("\n");
        }
        return this;
    }

    Markdown items(Stream<String> items) {
        text.append("\n");
        items.forEach(item -> text.append("- ").append(item).append("\n"));
        return this;
    }

    Markdown code(String language, String code) {
        text.append("\n```").append(language).append("\n").append(code.strip()).append("\n```\n");
        return this;
    }

    Markdown diagram(String title, String file) {
        return paragraph("![" + title + "](" + file + ")");
    }

    Markdown table(List<String> columns, Stream<List<String>> rows) {
        var cells = new ArrayList<List<String>>();
        cells.add(columns);
        cells.add(columns.stream().map(column -> "---").toList());
        rows.forEach(cells::add);
        text.append("\n");
        for (var row : cells) {
            text.append(row.stream().map(Markdown::cell).collect(Collectors.joining(" | ", "| ", " |")))
                    .append("\n");
        }
        return this;
    }

    private static String cell(String content) {
        return content.strip().replace("|", "\\|").replaceAll("\\s*\\n\\s*", " ");
    }

    static String code(String code) {
        return code.isEmpty() ? "" : "`" + code + "`";
    }

    static String link(String label, String target) {
        return "[" + label + "](" + target + ")";
    }

    /** The anchor that a Git host gives to a heading. */
    static String anchor(String heading) {
        return heading.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\-_ ]", "")
                .replace(' ', '-');
    }

    String text() {
        return text.toString();
    }
}
