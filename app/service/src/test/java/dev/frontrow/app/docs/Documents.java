package dev.frontrow.app.docs;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything that is generated, by its path in the repository. */
final class Documents {

    private final SortedMap<String, String> texts = new TreeMap<>();
    private final SortedMap<String, Diagram> diagrams = new TreeMap<>();

    void add(String path, Markdown document) {
        add(path, document.text());
    }

    void add(String path, String text) {
        if (texts.put(path, text) != null) {
            throw new IllegalStateException("generated twice: " + path);
        }
    }

    /** Adds a diagram's source, and with it the SVG beside it. {@code path} ends in {@code .puml}. */
    void add(String path, Diagram diagram) {
        add(path, diagram.source());
        draw(path, diagram);
    }

    /** Adds the SVG of a diagram whose source, at {@code path}, somebody wrote by hand. */
    void draw(String path, Diagram diagram) {
        diagrams.put(path.replaceAll("\\.puml$", ".svg"), diagram);
    }

    /** What is compared, and written, as it is. */
    SortedMap<String, String> texts() {
        return Collections.unmodifiableSortedMap(texts);
    }

    /** What is compared by the hash of its source, and drawn. */
    SortedMap<String, Diagram> diagrams() {
        return Collections.unmodifiableSortedMap(diagrams);
    }
}
