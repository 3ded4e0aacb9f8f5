package dev.frontrow.docs.generator;

import java.util.List;
import java.util.Map;

/**
 * Boxes in columns and arrows that go from left to right.
 *
 * <p>Laid out by ELK and not by PlantUML, whose own layout makes a tangle of more than a dozen boxes, and which knows no
 * columns. Needs no font: what is drawn is the same on each machine.
 *
 * @param headings what stands above a column; the same heading of neighbours stands there once
 * @param meanings what the legend calls a look, where that is not its usual meaning
 * @param notes the legend's last lines
 */
record Chart(
        String title,
        Map<Integer, String> headings,
        Map<Look, String> meanings,
        List<String> notes,
        List<Box> boxes,
        List<Arrow> arrows) {

    /** What a box stands for, which is its colour. */
    enum Look {
        OUTSIDE("outside of the module", "#D5D8DD", "#8A929E", "#000000"),
        IN("adapter in", "#2C6E63", "#1D4F46", "#FFFFFF"),
        USE("use case", "#85BBF0", "#4F8FCB", "#000000"),
        OUT("adapter out", "#E3D9F5", "#A08AC9", "#000000"),
        STORE("tables", "#F3E2B8", "#B99A4A", "#000000");

        final String meaning;
        final String fill;
        final String edge;
        final String ink;

        Look(String meaning, String fill, String edge, String ink) {
            this.meaning = meaning;
            this.fill = fill;
            this.edge = edge;
            this.ink = ink;
        }

        boolean isInside() {
            return this != OUTSIDE && this != STORE;
        }
    }

    /** A box; {@code column} counts from the left, and a column that nobody is in takes no room. */
    record Box(String id, int column, Look look, String name, String technology, String text) {}

    /** An arrow to a column further right; dashed where it is an event. */
    record Arrow(String from, String to, boolean event) {}

    String meaning(Look look) {
        return meanings.getOrDefault(look, look.meaning);
    }

    String svg() {
        return new ChartDrawing(this).svg();
    }
}
