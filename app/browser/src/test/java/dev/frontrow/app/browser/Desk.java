package dev.frontrow.app.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.regex.Pattern;

/** One operator's way over the page that the night is run by, by what stands there in any language. */
final class Desk {

    final Page page;
    private final Visit visit;

    Desk(Page page, int port) {
        this.page = page;
        this.visit = new Visit(page, port);
    }

    /** Opens a view, as somebody who may run the night. */
    Desk open(String view) {
        visit.open("operator" + view);
        page.locator("#user").fill("operator-" + System.nanoTime());
        page.locator("#user").press("Enter");
        page.locator("main .view-head").waitFor();
        return this;
    }

    Desk night(Organiser.Evening evening) {
        open("#/night/" + evening.concertId());
        verdict().waitFor();
        return this;
    }

    Locator verdict() {
        return page.locator(".verdict p");
    }

    Desk saysOfTheLine(String expected) {
        PlaywrightAssertions.assertThat(verdict()).containsText(Pattern.compile(expected));
        return this;
    }

    /** Types into a field, as a hand does. */
    Desk type(String field, String text) {
        page.locator(field).fill(text);
        return this;
    }

    /** A module of the page, asked what it makes of something: an expression that begins with the function. */
    Object ask(String module, String expression) {
        return page.evaluate("""
                async () => {
                    const { %s } = await import(new URL('%s', document.querySelector('script[src]').src));
                    return %s;
                }""".formatted(expression.substring(0, expression.indexOf('(')), module, expression));
    }

    /** When the oldest sample of the curves was taken, in seconds since 1970; 0 where there is none yet. */
    int firstSample() {
        return (int) page.evaluate("document.querySelector('fr-curves')?.history?.columns(['t'])[0][0] ?? 0");
    }

    Desk seen(String state) {
        visit.seen(state);
        return this;
    }
}
