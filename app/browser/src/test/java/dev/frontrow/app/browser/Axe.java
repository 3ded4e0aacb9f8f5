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
            async () => (await axe.run({ resultTypes: ['violations'], preload: false })).violations
                .map(found => found.id + ': ' + found.nodes.map(node => node.html).join(' | '))
            """;

    private Axe() {}

    static void findsNothingOn(Page page, String state) {
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(SCRIPT);
        }
        assertThat((List<?>) page.evaluate(RUN)).as(state).isEmpty();
    }

    private static String script() {
        try (var file = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8) + "\nundefined";
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
