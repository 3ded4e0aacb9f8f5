package dev.frontrow.docs.generator;

import dev.frontrow.architecture.ArchitectureRules;
import dev.frontrow.architecture.Layout;
import dev.frontrow.architecture.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/** The rules of the architecture, with their reasons and what they report of code that breaks them. */
final class Rules {

    private static final String FIXTURES = "app/test-support/src/test/resources/broken/";

    private final Repository repository;

    Rules(Repository repository) {
        this.repository = repository;
    }

    void writeTo(Documents documents) {
        var page = Markdown.titled("Rules of the architecture")
                .paragraph("""
                        Each rule is a test that every module runs on itself, and `app` on all of them together. In a test of `app`,
                        Spring Modulith verifies the modules. A rule that has never failed proves nothing: each has an example of code that
                        breaks it, beside code that almost does, and what it reports of that is compared to the letter. A place is
                        the rest of a package's name below its module: `domain`, `adapter.in.web`.""")
                .paragraph("How code is written beyond these rules is in [Contributing](../contributing.md).");
        for (var topic : Rule.Topic.values()) {
            page.heading(2, topic.title());
            ArchitectureRules.of(Layout.ofThisProject()).stream()
                    .filter(rule -> rule.topic() == topic)
                    .forEach(rule -> describe(rule, page));
        }
        documents.add("docs/generated/rules.md", page);
    }

    private void describe(Rule rule, Markdown page) {
        var fixture = rule.name().toLowerCase(Locale.ROOT);
        page.heading(3, rule.name())
                .paragraph(sentence(rule.says()) + " *Because* " + rule.because() + ".")
                .paragraph("Of its example, `app/test-support/src/test/java/broken/" + fixture + "`, it reports:")
                .code("text", String.join("\n", reported(fixture)));
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }

    private List<String> reported(String fixture) {
        try {
            return Files.readAllLines(repository.root().resolve(FIXTURES + fixture + ".txt")).stream()
                    .map(line -> line.replace("broken." + fixture + ".", ""))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
