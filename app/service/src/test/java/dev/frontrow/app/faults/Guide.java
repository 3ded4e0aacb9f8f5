package dev.frontrow.app.faults;

import static java.util.stream.Collectors.joining;

import dev.frontrow.architecture.Project;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Properties;
import java.util.regex.Pattern;

/** What the operating guide tells an operator to write into files, so that exactly that is tried. */
final class Guide {

    private Guide() {}

    /** Its blocks that begin with these words. */
    static String block(String words) {
        try {
            var guide = Files.readString(Project.root().resolve("docs/guides/operating.md"));
            var blocks = Pattern.compile("^```" + words + "\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
                    .matcher(guide)
                    .results()
                    .map(block -> block.group(1))
                    .collect(joining());
            if (blocks.isEmpty()) {
                throw new IllegalStateException("the guide has no block of " + words);
            }
            return blocks;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Those of settings. */
    static Properties settings(String words) {
        var settings = new Properties();
        try {
            settings.load(new StringReader(block(words)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return settings;
    }
}
