package dev.frontrow.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Buying tickets on the page: from what is on to the ticket, and what may come in between. */
class BookingTests extends ServedPages {

    /** What the service answers when it has more to do than it can. */
    private static final Route.FulfillOptions BUSY = new Route.FulfillOptions()
            .setStatus(503)
            .setContentType("application/problem+json")
            .setBody("{\"code\":\"unavailable\"}");

    /** The element that has the focus, if the bar at the bottom hides something of it or it is below the screen. */
    private static final String HIDDEN = """
            () => {
                const bar = document.querySelector('.chosen');
                const focused = document.activeElement;
                const isHidden = !bar.contains(focused) && focused.getBoundingClientRect().bottom > bar.getBoundingClientRect().top;
                return isHidden ? focused.outerHTML : null;
            }""";

    private final JdbcClient jdbc;

    BookingTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void leadsFromWhatIsOnToATicketAndBackOnALaptop() {
        wholeJourney(visit(Screen.LAPTOP));
    }

    @Test
    void leadsFromWhatIsOnToATicketAndBackOnAPhoneInKorean() {
        wholeJourney(visit(Screen.PHONE.with(ColorScheme.LIGHT)));
    }

    private void wholeJourney(Visit visit) {
        var evening = organiser.smallHall("Lighthouse Hours");
        visit.open("").page.locator(".concert").first().waitFor();
        visit.seen("what-is-on").open(evening.line());
        assertThat(visit.page.locator("#user")).isFocused();
        visit.seen("log-in").logIn().inHall();
        visit.chooseBest().seen("hall").hold().seen("too-few-points").charge().seen("enough-points");
        visit.pay()
                .seen("ticket")
                .open("#/tickets")
                .page
                .locator(".ticket")
                .first()
                .waitFor();
        visit.seen("my-tickets").page.locator(".mine article button").click();
        visit.page.locator("dialog[open]").waitFor();
        visit.seen("cancelling").page.locator("dialog .danger").click();
        visit.page.locator(".past").waitFor();
        visit.seen("cancelled");

        assertThat(organiser.balance(visit.user)).isEqualTo(160_000);
    }

    @Test
    void needsNoMouse() {
        var evening = organiser.smallHall("Keys Only");
        var visit = visit(Screen.LAPTOP).open(evening.line());
        var keys = visit.page.keyboard();
        keys.type(visit.user);
        keys.press("Enter");
        visit.inHall();

        tabTo(visit.page, ".seat");
        keys.press("ArrowRight");
        keys.press("ArrowDown");
        keys.press("Enter");
        assertThat(visit.chosen()).containsExactly("A 2\u20112");
        tabTo(visit.page, ".chosen .primary");
        keys.press("Enter");
        visit.page.locator("fr-order form").waitFor();
        tabTo(visit.page, "fr-order form .primary");
        keys.press("Enter");
        visit.page.locator(".pay:focus").waitFor();
        keys.press("Enter");
        visit.page.locator(".ticket").waitFor();

        assertThat(organiser.balance(visit.user)).isZero();
    }

    @Test
    void hidesNothingThatHasTheFocusBehindTheBarAtTheBottom() {
        var evening = organiser.publish("Long Names", """
                {"name":"Balcony, stage left","rows":3,"seatsPerRow":30,"price":1000000},
                {"name":"Standing","rows":1,"seatsPerRow":4,"price":1000000}""");
        var visit = visit(Screen.PHONE).comeIn(evening, organiser);
        visit.page.locator(".count").nth(3).click();
        visit.chooseBest();
        assertThat(visit.chosen()).hasSize(4);
        visit.seen("hall-long-names")
                .page
                .evaluate("() => { scrollTo(0, 0); document.querySelector('main').focus(); }");

        var seen = new ArrayList<String>();
        do {
            visit.page.keyboard().press("Tab");
            assertThat(visit.page.evaluate(HIDDEN)).isNull();
            seen.add((String) visit.page.evaluate("document.activeElement.className"));
        } while (!seen.getLast().contains("primary") && seen.size() < 80);
        assertThat(seen).filteredOn(each -> each.contains("seat")).hasSize(30);
    }

    private static void tabTo(Page page, String what) {
        for (int step = 0; step < 60; step++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate("what => document.activeElement.matches(what)", what)) {
                return;
            }
        }
        throw new AssertionError(what + " can't be reached by the Tab key");
    }

    @Test
    void offersTheNearestSeatsWhenOneIsTakenUnderOnesHands() {
        var evening = organiser.smallHall("Close Call");
        var visit = visit(Screen.LAPTOP).comeIn(evening, organiser).chooseBest();
        assertThat(visit.chosen()).containsExactly("A 1\u20115", "A 1\u20116");
        visit.page.route("**/seat-states", route -> route.abort());

        organiser.holdForAnother(evening, List.of("A-1-5"));
        visit.page.evaluate("scrollTo(0, document.body.scrollHeight)");
        visit.page.locator(".chosen .primary").click();

        assertThat(visit.page.locator(".note .primary")).isInViewport();
        visit.seen("seat-taken").page.locator(".note .primary").click();
        assertThat(visit.chosen()).hasSize(2).doesNotContain("A 1\u20115");
        visit.hold();
        assertThat(organiser.orders(visit.user)).isEqualTo(1);
    }

    @Test
    void buysAndChargesOnceHoweverOftenOneClicksAndWhateverGetsLost() {
        var evening = organiser.smallHall("Once");
        var visit = visit(Screen.LAPTOP).comeIn(evening, organiser).chooseBest();
        loseTheFirstAnswer(visit.page, "**/reservations");
        visit.page.locator(".chosen .primary").dblclick();
        visit.page.locator("fr-order form").waitFor();
        loseTheFirstAnswer(visit.page, "**/points/charges");
        visit.page.locator("fr-order form .primary").dblclick();
        visit.page.locator(".pay").waitFor();
        loseTheFirstAnswer(visit.page, "**/pay");
        visit.page.locator(".pay").dblclick();
        visit.page.locator(".ticket").first().waitFor();

        assertThat(organiser.orders(visit.user)).isEqualTo(1);
        assertThat(organiser.balance(visit.user)).isZero();
    }

    /** The service does what it is asked to, and nobody hears of it. */
    private static void loseTheFirstAnswer(Page page, String path) {
        page.route(
                path,
                route -> {
                    route.fetch();
                    route.abort();
                },
                new Page.RouteOptions().setTimes(1));
    }

    @Test
    void goesOnWhereItWasAfterAReloadAtAnyStep() {
        var evening = organiser.smallHall("Again");
        organiser.pauseLine(evening, true);
        var visit = visit(Screen.LAPTOP).open(evening.line()).logIn();
        visit.page.locator(".position").waitFor();
        visit.page.reload();
        visit.page.locator(".position").waitFor();
        organiser.pauseLine(evening, false);
        visit.inHall().page.reload();
        visit.inHall().chooseBest().hold().page.reload();
        visit.page.locator("fr-order .hold").waitFor();
        visit.charge().page.reload();
        visit.page.locator(".pay").waitFor();
        visit.pay().page.reload();
        visit.page.locator(".ticket").first().waitFor();

        assertThat(organiser.orders(visit.user)).isEqualTo(1);
    }

    @Test
    void saysWhenTheHoldIsOverAndLeadsBackToTheSeats() {
        var evening = organiser.smallHall("Too Late");
        var visit = visit(Screen.LAPTOP)
                .comeIn(evening, organiser)
                .chooseBest()
                .hold()
                .charge();
        var id = visit.page.url().replaceAll(".*/", "");
        var over = Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.MICROS).toString();
        for (var statement : List.of(
                "update payment.payment set payable_until = cast(:end as timestamptz) where reservation_id = cast(:id as uuid)",
                "update reservation.reservation set hold_expires_at = cast(:end as timestamptz) where id = cast(:id as uuid)",
                "update reservation.seat set hold_expires_at = cast(:end as timestamptz) where reservation_id = cast(:id as uuid)")) {
            jdbc.sql(statement).param("end", over).param("id", id).update();
        }

        visit.page.locator(".pay").click();

        visit.page.locator("fr-order .empty").waitFor();
        visit.seen("hold-over").page.locator("fr-order .empty .primary").click();
        visit.inHall();
        assertThat(organiser.balance(visit.user)).isEqualTo(160_000);
    }

    @Test
    void hasAWayOnWhereThereIsNothing() {
        var evening = organiser.publish("No Seat Left", "{\"name\":\"A\",\"rows\":1,\"seatsPerRow\":2,\"price\":1000}");
        organiser.holdForAnother(evening, List.of("A-1-1", "A-1-2"));
        var visit = visit(Screen.PHONE.in("en-US")).comeIn(evening, organiser);

        visit.page.locator("fr-hall .note.warn a").waitFor();
        visit.seen("no-seat-left").page.locator("fr-hall .note.warn a").click();
        visit.page.locator("fr-waiting form").waitFor();
        visit.seen("waiting-list")
                .open("#/tickets")
                .page
                .locator(".mine .empty")
                .waitFor();
        visit.seen("no-tickets");
    }

    @Test
    void saysThatTheServiceIsBusyOrAwayAndGoesOnWhenAskedAgain() {
        var evening = organiser.smallHall("Outage");
        var visit = visit(Screen.LAPTOP);
        visit.page.route("**/layout", route -> route.fulfill(BUSY));
        visit.setOut(evening, organiser).waitForText("The service is busy");
        visit.seen("hall-busy").page.unroute("**/layout");
        visit.page.locator("fr-hall .empty button").click();
        visit.inHall().page.route("**/concerts?*", route -> route.abort());

        visit.open("").waitForText("No connection");
        visit.seen("away").page.unroute("**/concerts?*");
        visit.page.locator(".note.bad button").click();
        visit.page.locator(".concert").first().waitFor();
    }

    @Test
    void countsDownOnTheServersClock() {
        var evening = organiser.publish(
                "Tomorrow's Rush",
                "{\"name\":\"A\",\"rows\":1,\"seatsPerRow\":2,\"price\":1000}",
                Instant.now().plus(89, ChronoUnit.MINUTES).plusSeconds(30));
        var visit = visit(Screen.LAPTOP);
        visit.page.addInitScript("{ const now = Date.now; Date.now = () => now() + 3_600_000; }");

        visit.open("");

        var opens = visit.page
                .locator(".concert", new Page.LocatorOptions().setHasText("Tomorrow's Rush"))
                .locator("[role=timer]")
                .first();
        assertThat(evening.concertId()).isNotBlank();
        assertThat(opens.textContent()).contains("1 hr", "29 min");
    }
}
