package dev.frontrow.app.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import net.sourceforge.plantuml.error.PSystemError;

/**
 * A diagram's PlantUML source, and the SVG that is drawn of it.
 *
 * <p>An SVG's bytes depend on the fonts of the machine that drew it, so it carries the hash of its source, and that is what
 * is compared.
 */
record Diagram(String source) {

    private static final Pattern HASH = Pattern.compile("<!-- source: sha256:([0-9a-f]{64}) -->");
    private static final Pattern PROCESSING = Pattern.compile("<\\?plantuml.*?\\?>");

    String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    boolean isDrawnIn(String svg) {
        var found = HASH.matcher(svg);
        return found.find() && found.group(1).equals(hash());
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
        try (var bytes = new ByteArrayOutputStream()) {
            reader.outputImage(bytes, new FileFormatOption(FileFormat.SVG));
            var svg = PROCESSING.matcher(bytes.toString(StandardCharsets.UTF_8)).replaceAll("");
            if (svg.toLowerCase(Locale.ROOT).contains("an error has occur")) {
                throw new IllegalArgumentException("can't be drawn:\n" + source);
            }
            return Frame.fitted(svg)
                            .replaceFirst("<svg", "<!-- source: sha256:" + hash() + " --><svg")
                            .strip() + "\n";
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
