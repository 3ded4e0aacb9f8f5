package dev.frontrow.app.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was measured, as Markdown, by the rows' numbers. */
final class Table {

    private final Path file;
    private final List<String> circumstances;
    private final Map<String, List<Line>> rows =
            new TreeMap<>(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));

    Table(Path file, List<String> circumstances) {
        this.file = file;
        this.circumstances = circumstances;
    }

    /** Adds lines to a row, and writes what there is so far. */
    void add(String row, List<Line> lines) {
        rows.computeIfAbsent(row, _ -> new ArrayList<>()).addAll(lines);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, this + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public String toString() {
        var text = new ArrayList<>(circumstances);
        text.add("");
        text.add("| # | What | Here | Yardstick | Ratio | Target | Met | A request costs |");
        text.add("|---|---|---|---|---|---|---|---|");
        rows.forEach((number, lines) -> lines.forEach(line -> text.add(row(number, line))));
        return String.join("\n", text);
    }

    private static String row(String number, Line line) {
        return "| %s | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        number,
                        line.what(),
                        line.figure(),
                        line.yardstick(),
                        line.ratio().isPresent() ? Line.plain(line.ratio().getAsDouble()) : "",
                        line.target(),
                        line.met() == null ? "" : line.met() ? "yes" : "**no**",
                        line.cost());
    }
}
