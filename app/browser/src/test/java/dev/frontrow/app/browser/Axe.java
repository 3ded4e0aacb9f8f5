package dev.frontrow.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe-core finds wrong on a page, by the rules of WCAG 2.2 AA and its own good practice. */
final class Axe {

    private static final String SCRIPT = script();

    private static final String RUN = """
            async only => (await axe.run({ resultTypes: ['violations'], preload: false, ...(only && { runOnly: [only] }) })).violations
                .map(found => found.id + ': ' + found.nodes.map(node => node.html).join(' | '))
            """;

    private Axe() {}

    static void findsNothingOn(Page page, String state) {
        assertThat(found(page, null)).as(state).isEmpty();
    }

    /** What may be wrong in another colour scheme only. */
    static void findsEnoughContrastOn(Page page, String state) {
        assertThat(found(page, "color-contrast")).as(state).isEmpty();
    }

    private static List<?> found(Page page, String rule) {
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(SCRIPT);
        }
        return (List<?>) page.evaluate(RUN, rule);
    }

    private static String script() {
        try (var file = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8) + "\nundefined";
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
