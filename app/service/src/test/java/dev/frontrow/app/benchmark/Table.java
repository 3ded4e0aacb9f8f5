package dev.frontrow.app.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was measured, as Markdown. */
final class Table {

    private final Path file;
    private final List<String> text = new ArrayList<>();

    Table(Path file, List<String> circumstances) {
        this.file = file;
        text.addAll(circumstances);
        text.add("");
        text.add("| # | What | Here | Yardstick | Ratio | Target | Met | A request costs |");
        text.add("|---|---|---|---|---|---|---|---|");
    }

    /** Adds a row's lines, and writes what there is so far. */
    void add(String row, List<Line> lines) {
        for (var line : lines) {
            text.add("| %s | %s | %s | %s | %s | %s | %s | %s |"
                    .formatted(
                            row,
                            line.what(),
                            line.figure(),
                            line.yardstick(),
                            line.ratio().isPresent() ? Line.plain(line.ratio().getAsDouble()) : "",
                            line.target(),
                            line.met() == null ? "" : line.met() ? "yes" : "**no**",
                            line.cost()));
        }
        try {
            Files.writeString(file, this + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public String toString() {
        return String.join("\n", text);
    }
}
