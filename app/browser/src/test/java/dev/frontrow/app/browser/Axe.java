package dev.frontrow.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe-core finds wrong on a page, by the rules of WCAG 2.2 AA and its own good practice. */
enum Axe {
    ALL(""),

    /** Those that other words or other colours may break. */
    WORDS_AND_COLORS("""
            runOnly: ['html-lang-valid', 'valid-lang', 'button-name', 'link-name', 'label', 'select-name', 'target-size',
                'scrollable-region-focusable', 'color-contrast', 'link-in-text-block']""");

    private static final String SCRIPT = script();

    private static final String RUN = """
            async () => (await axe.run({ resultTypes: ['violations'], preload: false, %s })).violations
                .map(found => found.id + ': ' + found.nodes.map(node => node.html).join(' | '))
            """;

    private final String rules;

    Axe(String rules) {
        this.rules = rules;
    }

    void findNothingOn(Page page, String state) {
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(SCRIPT);
        }
        assertThat((List<?>) page.evaluate(RUN.formatted(rules))).as(state).isEmpty();
    }

    private static String script() {
        try (var file = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8) + "\nundefined";
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
