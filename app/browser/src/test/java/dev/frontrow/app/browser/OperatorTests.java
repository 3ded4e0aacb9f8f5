package dev.frontrow.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Running the night: why the line stands still, and everything that an operator may do about it. */
class OperatorTests extends ServedPages {

    private static final Screen KOREAN_LAPTOP = Screen.LAPTOP.in("ko-KR");

    private final JdbcClient jdbc;

    OperatorTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private Desk desk(Screen screen) {
        return new Desk(browsers.visitor(screen), port);
    }

    @Test
    void pausesTheLineByKeyboardAndWhoeverWaitsIsTold() {
        var evening = organiser.smallHall("Intermission");
        var desk = desk(Screen.LAPTOP).night(evening).saysOfTheLine("Nobody waits");

        desk.page.locator(".pause").press("Enter");
        desk.saysOfTheLine("stands still: paused by an operator .* ago");
        var visit = visit(Screen.PHONE).open(evening.line()).logIn();
        visit.page.locator(".place .note.warn").waitFor();
        desk.saysOfTheLine("1 waits").seen("operator-paused");

        desk.page.locator(".verdict button").press("Enter");
        desk.page.keyboard().press("Enter");
        visit.inHall();
        desk.saysOfTheLine("Nobody waits; 1 is inside");
    }

    @Test
    void tellsWhatARateDoesBeforeItIsApplied() {
        var evening = organiser.smallHall("Slow Motion");
        organiser.setLine(evening, 1000, 0, false);
        organiser.crowd(evening, 6);
        var desk = desk(Screen.LAPTOP).night(evening).saysOfTheLine("the rate is 0. 6 wait");
        var preview = desk.page.locator("#preview");

        desk.type("#admissionsPerSecond", "2");
        assertThat(preview).hasText("At this rate the line is empty in 3 sec.");
        desk.type("#maxActive", "4");
        assertThat(preview).hasText("The cap is reached in 2 sec; then the line moves as people finish.");
        desk.type("#maxActive", "many");
        assertThat(preview).hasText("Whole numbers from 0, please.");
        assertThat(organiser.line(evening).path("admissionsPerSecond").asInt()).isZero();

        desk.type("#maxActive", "4").page.locator("#maxActive").press("Enter");
        desk.page.waitForCondition(
                () -> organiser.line(evening).path("maxActive").asInt() == 4);
        assertThat(organiser.line(evening).path("admissionsPerSecond").asInt()).isEqualTo(2);
    }

    @Test
    void showsTheSecondOfTwoOperatorsWhatTheFirstHasDone() {
        var evening = organiser.smallHall("Two Hands");
        var desk = desk(KOREAN_LAPTOP).night(evening).type("#maxActive", "7");
        organiser.setLine(evening, 9, 5000, false);

        desk.page.locator("#maxActive").press("Enter");
        assertThat(desk.page.locator(".conflict")).isFocused();
        assertThat(desk.page.locator(".conflict tbody tr")).hasText("정원5,00097");
        desk.seen("operator-conflict");
        assertThat(organiser.line(evening).path("maxActive").asInt()).isEqualTo(9);

        desk.page.locator(".conflict .primary").press("Enter");
        desk.page.locator(".conflict").waitFor(hidden());
        assertThat(organiser.line(evening).path("maxActive").asInt()).isEqualTo(7);
    }

    @Test
    void blocksSeatsOnTheMapByKeyboardAndPutsThemBack() {
        var evening = organiser.smallHall("Sound Desk");
        var desk = desk(Screen.PHONE).open("#/seats/" + evening.concertId() + "/" + evening.scheduleId());
        var keys = desk.page.keyboard();

        desk.page.locator(".seat-grid .seat[tabindex='0']").focus();
        keys.press("ArrowRight");
        keys.press("Space");
        keys.press("ArrowDown");
        keys.press("ArrowRight");
        keys.press("Shift+Space");
        assertThat(desk.page.locator(".seat-grid .is-chosen")).hasCount(4);
        desk.seen("operator-seats").type("#reason", "음향석");
        desk.page.locator("#reason").press("Enter");
        assertThat(desk.page.locator(".seat-grid .blocked")).hasCount(4);
        assertThat(desk.page.locator(".seat-grid .is-chosen")).hasCount(0);

        desk.page.locator(".parked button").press("Enter");
        assertThat(desk.page.locator(".seat-grid .blocked")).hasCount(0);
    }

    @Test
    void saysWhyTheSeatsOfAConcertThatNobodySeesAreNotShown() {
        var evening = organiser.smallHall("Secret");
        organiser.hide(evening);
        var desk = desk(Screen.LAPTOP).open("");

        desk.page.evaluate(
                "address => location.hash = address", "#/seats/" + evening.concertId() + "/" + evening.scheduleId());

        assertThat(desk.page.locator(".empty")).containsText("Make it visible first");
    }

    @Test
    void cancelsAShowAndWhoeverHasSeatsIsTold() {
        var evening = organiser.smallHall("Called Off");
        var buyer = visit(Screen.PHONE);
        buyer.comeIn(evening, organiser).chooseBest().hold().charge().pay();
        var holder = visit(Screen.LAPTOP);
        holder.comeIn(evening, organiser).chooseBest().hold();
        var desk = desk(Screen.LAPTOP).open("#/concert/" + evening.concertId());

        desk.page.locator("fr-show-cancellation .danger").click();
        desk.seen("operator-cancelling").type("fr-show-cancellation [name=reason]", "The singer is ill.");
        desk.page.locator("fr-show-cancellation [name=reason]").press("Enter");
        assertThat(desk.page.locator("fr-show-cancellation .note")).containsText("1 of 1");
        desk.seen("operator-cancelled");

        holder.page.reload();
        assertThat(holder.page.locator("fr-order .empty")).containsText("The singer is ill.");
        holder.seen("show-cancelled");
        buyer.open("#/tickets").page.locator(".past summary").click();
        assertThat(buyer.page.locator(".past .tag")).containsText("공연 취소");
        buyer.seen("show-refunded");
        assertThat(organiser.balance(buyer.user)).isEqualTo(160_000);
    }

    @Test
    void tellsWhatWasRefusedByItsCode() {
        var desk = desk(Screen.LAPTOP);
        desk.page.clock().install();
        desk.night(organiser.smallHall("No Entry"));
        desk.page.waitForCondition(() -> desk.firstSample() > 0);
        var visit = visit(Screen.LAPTOP).open("#/line/nowhere/never").logIn();
        visit.page.locator("fr-line .empty").waitFor();

        desk.page.clock().fastForward(7_000);
        assertThat(desk.page.locator(".refusals")).containsText("concert-not-found");
        desk.seen("operator-refusals");
    }

    @Test
    void triesOnceMoreWhatCouldNotBeDelivered() {
        jdbc.sql("""
                insert into events.parked_event_publication
                  (id, listener_id, event_type, serialized_event, publication_date, completion_attempts, parked_at)
                values (gen_random_uuid(), 'queue.expire-token', 'dev.frontrow.payment.PaymentCompleted', :event,
                        statement_timestamp(), 7, statement_timestamp())
                """).param("event", """
                {"paymentId":{"value":"d3b1c1a6-6f0e-4c5a-9d0e-0c5a2f1b7e11"},"reservationId":"d3b1c1a6-6f0e-4c5a-9d0e-0c5a2f1b7e12",
                 "userId":"a-buyer","amount":1000,"admission":"","paidAt":"2026-12-24T10:00:00Z"}""").update();
        var desk = desk(Screen.LAPTOP).night(organiser.smallHall("Lost Post"));
        desk.page.locator(".parked summary").click();
        desk.seen("operator-parked");

        desk.page.locator(".parked button").click();
        assertThat(desk.page.locator(".parked li")).hasCount(0);
    }

    @Test
    void saysThatTheServiceIsAwayAndShowsWhatWasKnown() {
        var desk = desk(Screen.LAPTOP).night(organiser.smallHall("Blackout"));
        desk.page.route("**/admin/queues/*", route -> route.abort());

        desk.saysOfTheLine("does not answer").seen("operator-away");
        desk.page.unroute("**/admin/queues/*");
        desk.saysOfTheLine("Nobody waits");
    }

    @Test
    void givesTicketsAndNamesTheSeatThatIsTaken() {
        var evening = organiser.smallHall("Guests");
        var desk = desk(Screen.LAPTOP).open("#/seats/" + evening.concertId() + "/" + evening.scheduleId());
        desk.page.locator(".seat-grid .seat").first().click();
        desk.type("#reason", "Press").type("#guest", "a-critic");
        organiser.holdForAnother(evening, List.of("A-1-1"));

        desk.page.locator("[value=give]").click();
        assertThat(desk.page.locator(".note.bad")).containsText("Taken meanwhile: A-1-1.");
        assertThat(desk.page.locator(".seat-grid .seat").first()).hasClass(Pattern.compile("held"));

        desk.page.locator(".seat-grid .seat").nth(1).click();
        desk.page.locator("[value=give]").click();
        assertThat(desk.page.locator(".seat-grid .seat").nth(1)).hasClass(Pattern.compile("sold"));
        assertThat(organiser.orders("a-critic")).isOne();
    }

    @Test
    void publishesAConcertThatVisitorsSeeAndHidesItAgain() {
        var title = "Première " + System.nanoTime();
        var desk = desk(Screen.LAPTOP).open("#/publish");
        desk.type("#title", title).type("#performer", "The Openers").type("#venue", "Old Mill");
        desk.type("#timeZone", "Asia/Seoul");
        desk.type("#startsAt", inSeoul(2)).type("#salesOpenAt", inSeoul(-1)).type("#salesCloseAt", inSeoul(2));
        desk.type("#section-0-name", "A").type("#section-0-rows", "2").type("#section-0-seatsPerRow", "5");
        desk.type("#section-0-price", "40000").seen("operator-publish");
        desk.page.locator("#section-0-price").press("Enter");
        desk.saysOfTheLine("Nobody waits");

        var visit = visit(Screen.LAPTOP).open("");
        visit.text(title).waitFor();

        desk.page.locator(".view-head .button").press("Enter");
        desk.page.locator("[name=hidden]").check();
        desk.seen("operator-edit").page.locator(".save-bar .primary").press("Enter");
        desk.page.locator(".view-head .tag.warn").waitFor();
        visit.page.waitForCondition(() -> !organiser.isShown(title));
        visit.open("").page.locator(".concert").first().waitFor();
        assertThat(visit.page.getByText(title)).hasCount(0);
    }

    @Test
    void saysWhyTheLineStandsStill() {
        var desk = desk(Screen.LAPTOP).open("");
        Map.of(
                        "not-open",
                                "{schedules: [{saleStatus: 'UPCOMING', salesOpenAt: '2026-01-01T00:01:00Z'}]}, line: {}",
                        "closed", "{schedules: [{saleStatus: 'CLOSED'}]}, line: {}",
                        "cancelled", "{schedules: [{saleStatus: 'CANCELLED'}]}, line: {}",
                        "paused", onSale("paused: true"),
                        "no-rate", onSale("admissionsPerSecond: 0"),
                        "no-cap", onSale("maxActive: 0"),
                        "full", onSale("active: 10"),
                        "stuck", onSale("active: 1"),
                        "nobody", onSale("waiting: 0"))
                .forEach((why, night) -> assertThat(
                                desk.ask("verdict.js", """
                        verdict({rates: {admitted: 0, left: 0}, sales: null, pausedSince: null, now: 0, concert: %s}).key
                        """.formatted(night).strip()))
                        .isEqualTo(why));
    }

    private static String onSale(String line) {
        return "{schedules: [{saleStatus: 'OPEN'}]},"
                + " line: {waiting: 5, active: 0, maxActive: 10, admissionsPerSecond: 1, paused: false, " + line + "}";
    }

    @Test
    void keepsItsCurvesOverAReload() {
        var evening = organiser.smallHall("Memory");
        var desk = desk(Screen.PHONE).night(evening);
        desk.page.locator("fr-integrity button").click();
        desk.page.locator(".invariants").waitFor();
        desk.page.waitForCondition(() -> desk.firstSample() > 0);
        desk.seen("operator-night");
        int first = desk.firstSample();

        desk.page.reload();
        desk.verdict().waitFor();
        assertThat(desk.firstSample()).isEqualTo(first);
    }

    @Test
    void asksWhoeverMayNotRunTheNightForAnotherAccount() {
        var visit = visit(KOREAN_LAPTOP).open("#/tickets").logIn();
        visit.page.locator(".mine .empty").waitFor();

        visit.open("operator").page.locator(".note.warn").waitFor();
        visit.seen("operator-sign-in");
        visit.logIn().page.locator(".nights").waitFor();
        visit.seen("operator-concerts");
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }

    private static String inSeoul(int days) {
        return LocalDateTime.now(ZoneId.of("Asia/Seoul"))
                .plusDays(days)
                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm"));
    }
}
