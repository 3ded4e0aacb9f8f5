package dev.frontrow.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When there are fewer seats than people: who gets one, and what the page has for the others. */
class RushTests extends ServedPages {

    private static final int CROWD = 20;

    /** The best seat, without the hand of each of a crowd. */
    private static final String CHOOSE_ONE = """
            async () => {
                document.querySelector('.best .count input').click();
                await document.querySelector('fr-hall').updateComplete;
                document.querySelector('.best button').click();
                await document.querySelector('fr-hall').updateComplete;
            }""";

    @Test
    void givesOneSeatToOneOfTwentyAndOffersTheNearestToAllOthers() {
        var evening = organiser.smallHall("Stampede");
        var crowd = IntStream.range(0, CROWD)
                .mapToObj(_ -> visit(Screen.PHONE).setOut(evening, organiser))
                .toList();
        crowd.forEach(visit -> visit.inHall().page.evaluate(CHOOSE_ONE));
        var wanted = crowd.getFirst().chosen();
        assertThat(crowd).allSatisfy(visit -> assertThat(visit.chosen()).isEqualTo(wanted));

        crowd.forEach(visit -> visit.page.evaluate("document.querySelector('.chosen .primary').click()"));
        crowd.forEach(visit ->
                visit.page.locator("fr-order .hold, .note .primary").first().waitFor());

        var others = crowd.stream()
                .filter(visit -> !visit.page.locator("fr-order").isVisible())
                .toList();
        assertThat(others).hasSize(CROWD - 1);
        var second = others.getFirst();
        assertThat(second.page.locator(".note strong")).containsText(wanted.getFirst());
        second.page.locator(".note .primary").click();
        assertThat(second.chosen()).hasSize(1).isNotEqualTo(wanted);
        second.hold();
    }

    @Test
    void sellsToWhoeverWaitsWhatIsGivenBack() {
        var evening =
                organiser.publish("Second Chance", "{\"name\":\"A\",\"rows\":1,\"seatsPerRow\":2,\"price\":1000}");
        var hold = organiser.holdForAnother(evening, List.of("A-1-1", "A-1-2"));
        var visit = visit(Screen.PHONE).comeIn(evening, organiser);

        visit.page.locator("fr-hall .note.warn a").click();
        visit.page.locator("fr-waiting form .primary").click();
        visit.page.locator(".on-list .position").waitFor();
        visit.seen("waiting-list-joined");
        organiser.release(hold);
        visit.page.locator("fr-waiting a.primary").waitFor();
        visit.seen("waiting-list-offer")
                .open("#/tickets")
                .page
                .locator("fr-tickets .note")
                .waitFor();
        visit.seen("my-offer").page.goBack();
        visit.page.locator("fr-waiting a.primary").click();
        visit.page.locator("fr-order .hold").waitFor();
        visit.seen("offer").charge().pay();

        assertThat(organiser.balance(visit.user)).isEqualTo(8_000);
        assertThat(visit.page.locator(".ticket")).hasCount(2);
    }
}
