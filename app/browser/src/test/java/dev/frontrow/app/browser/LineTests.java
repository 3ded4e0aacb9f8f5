package dev.frontrow.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Waiting on the page: told why, in all tabs, and let in at last, whatever becomes of the stream. */
@ServedPages
class LineTests {

    @RegisterExtension
    static final Browsers browsers = new Browsers();

    private final int port;
    private Organiser organiser;

    LineTests(@LocalServerPort int port) {
        this.port = port;
    }

    @BeforeEach
    void open() {
        organiser = new Organiser(port);
    }

    @AfterEach
    void close() {
        organiser.packUp();
    }

    @Test
    void saysThatItIsPausedAndLetsInWhenItGoesOn() {
        var evening = organiser.smallHall("Patience");
        organiser.pauseLine(evening, true);
        var visit = new Visit(browsers.visitor(Screen.PHONE), port)
                .open(evening.line())
                .logIn();

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
        var first = new Visit(browsers.visitor(Screen.PHONE), port)
                .open(evening.line())
                .logIn();
        first.page.locator(".position").waitFor();
        first.seen("line");
        var second = new Visit(browsers.tab(first.page.context()), port).open(evening.line());

        second.page.locator("fr-line button.quiet").click();

        first.page.locator("fr-line .empty").waitFor();
        first.seen("line-ended");
    }

    @Test
    void keepsOneStreamForAllTabsOfABrowserAndAnotherTabTakesOver() {
        var evening = organiser.smallHall("Two Tabs");
        organiser.pauseLine(evening, true);
        var first = new Visit(browsers.visitor(Screen.LAPTOP), port);
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
        var visit = new Visit(browsers.visitor(Screen.LAPTOP), port);
        visit.page.route("**/events", route -> route.abort());
        visit.open(evening.line()).logIn();

        visit.waitForText("Next update in");
        organiser.pauseLine(evening, false);
        visit.inHall();
    }
}
