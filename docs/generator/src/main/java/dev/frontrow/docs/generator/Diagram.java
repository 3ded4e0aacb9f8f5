package dev.frontrow.docs.generator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import net.sourceforge.plantuml.error.PSystemError;

/**
 * A diagram's PlantUML source, and the SVG that is drawn of it.
 *
 * <p>An SVG's bytes depend on the fonts of the machine that drew it, so it carries the hash of its source, and that is what
 * is compared; and its own, so that a change by hand is seen.
 *
 * @param chart what the SVG is drawn of where PlantUML's own layout won't do; its bytes depend on no machine, and the hash
 *     is of them too
 */
record Diagram(String source, Optional<Chart> chart) {

    private static final Pattern HASHES =
            Pattern.compile("<!-- source: sha256:([0-9a-f]{64}), drawing: sha256:([0-9a-f]{64}) -->");
    private static final String FONT = "font-family=\"Verdana,'DejaVu Sans',sans-serif\"";
    private static final Pattern PROCESSING = Pattern.compile("<\\?plantuml.*?\\?>");

    Diagram(String source) {
        this(source, Optional.empty());
    }

    private String hash() {
        return hashOf(source + chart.map(Chart::svg).orElse(""));
    }

    private static String hashOf(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Whether that is the drawing of this source, and nobody has changed it since. */
    boolean isDrawnIn(String svg) {
        var found = HASHES.matcher(svg);
        return found.find()
                && found.group(1).equals(hash())
                && found.group(2).equals(hashOf(svg.substring(0, found.start()) + svg.substring(found.end())));
    }

    /**
     * Draws it. Needs a font.
     *
     * @throws IllegalArgumentException when it can't be drawn
     */
    String svg() {
        System.setProperty("java.awt.headless", "true");
        var reader = new SourceStringReader(source);
        var blocks = reader.getBlocks();
        if (blocks.size() != 1) {
            throw new IllegalArgumentException("not one diagram but " + blocks.size() + ":\n" + source);
        }
        if (blocks.getFirst().getDiagram() instanceof PSystemError error) {
            throw new IllegalArgumentException("can't be drawn: " + error.getErrorsUml() + "\n" + source);
        }
        var drawing = (chart.isPresent() ? chart.get().svg() : drawn(reader)).strip() + "\n";
        return drawing.replaceFirst(
                "<svg", "<!-- source: sha256:%s, drawing: sha256:%s --><svg".formatted(hash(), hashOf(drawing)));
    }

    private String drawn(SourceStringReader reader) {
        try (var bytes = new ByteArrayOutputStream()) {
            reader.outputImage(bytes, new FileFormatOption(FileFormat.SVG));
            var svg = PROCESSING.matcher(bytes.toString(StandardCharsets.UTF_8)).replaceAll("");
            if (svg.toLowerCase(Locale.ROOT).contains("an error has occur")) {
                throw new IllegalArgumentException("can't be drawn:\n" + source);
            }
            return Frame.fitted(svg).replace("font-family=\"sans-serif\"", FONT);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
