package dev.frontrow.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Waiting on the page: told why, in all tabs, and let in at last, whatever becomes of the stream. */
class LineTests extends ServedPages {

    @Test
    void saysThatItIsPausedAndLetsInWhenItGoesOn() {
        var evening = organiser.smallHall("Patience");
        organiser.pauseLine(evening, true);
        var visit = visit(Screen.PHONE).open(evening.line()).logIn();

        visit.page.locator(".place .note.warn").waitFor();
        visit.seen("line-paused");
        organiser.pauseLine(evening, false);
        visit.inHall();
    }

    @Test
    void saysWhereOneStandsAndThatThePlaceIsGone() {
        var evening = organiser.smallHall("Full House");
        organiser.setLine(evening, 1, 5000, false);
        organiser.admit(evening, "rival-" + System.nanoTime());
        var first = visit(Screen.PHONE).open(evening.line()).logIn();
        first.page.locator(".position").waitFor();
        first.seen("line");
        var second = new Visit(browsers.tab(first.page.context()), port).open(evening.line());

        second.page.locator("fr-line button.quiet").click();

        first.page.locator("fr-line .empty").waitFor();
        first.seen("line-ended");
    }

    @Test
    void saysWhyNobodyCanLineUpAndWhenTheyCan() {
        var opens = Instant.now().plus(Duration.ofHours(20));
        var evening =
                organiser.publish("Not Yet", "{\"name\":\"A\",\"rows\":1,\"seatsPerRow\":2,\"price\":1000}", opens);
        var visit = visit(Screen.PHONE.in("en-US")).open(evening.line()).logIn();
        visit.waitForText("Sale opens");
        visit.seen("line-not-open");

        organiser.cancelShow(evening, "The singer is ill.");
        visit.page.locator("fr-line .empty button").click();
        visit.waitForText("The singer is ill.");
        visit.seen("line-cancelled");
    }

    @Test
    void keepsOneStreamForAllTabsOfABrowserAndAnotherTabTakesOver() {
        var evening = organiser.smallHall("Two Tabs");
        organiser.pauseLine(evening, true);
        var first = visit(Screen.LAPTOP);
        var streams = new AtomicInteger();
        first.page.context().onRequest(request -> {
            if (request.url().endsWith("/events")) {
                streams.incrementAndGet();
            }
        });
        first.open(evening.line()).logIn().page.locator(".position").waitFor();
        var second = new Visit(browsers.tab(first.page.context()), port).open(evening.line());
        second.page.locator(".position").waitFor();
        assertThat(second.page.locator(".position").textContent())
                .isEqualTo(first.page.locator(".position").textContent());
        assertThat(streams).hasValue(1);

        first.page.close();
        organiser.pauseLine(evening, false);

        second.inHall();
        assertThat(streams).hasValue(2);
    }

    @Test
    void asksFromTimeToTimeWhereNoStreamComesThrough() {
        var evening = organiser.smallHall("Cut Off");
        organiser.pauseLine(evening, true);
        var visit = visit(Screen.LAPTOP);
        visit.page.route("**/events", route -> route.abort());
        visit.open(evening.line()).logIn();

        visit.waitForText("Next update in");
        organiser.pauseLine(evening, false);
        visit.inHall();
    }
}
