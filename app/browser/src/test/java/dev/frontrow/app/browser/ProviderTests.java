package dev.frontrow.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import dev.frontrow.FrontrowApplication;
import dev.frontrow.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Logging in at an identity provider, from either page, and what becomes of the login later. */
@SpringBootTest(
        classes = FrontrowApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "frontrow.demo.enabled=false",
            "frontrow.login.client-id=" + IdentityProvider.CLIENT_ID,
            "spring.security.oauth2.resourceserver.jwt.audiences=" + IdentityProvider.AUDIENCE,
            "frontrow.rate-limit.enabled=false",
            "frontrow.queue.admission-interval=100ms",
            "frontrow.queue.admissions-per-second=5000",
            "frontrow.queue.max-active=5000"
        })
@Import(TestDatabase.class)
class ProviderTests {

    private static final String STORED = "JSON.parse(sessionStorage.getItem('frontrow.session'))";

    /** Where tokens are renewed. */
    private static final String RENEWAL = "**/oauth2/token";

    @RegisterExtension
    static final Browsers browsers = new Browsers();

    private final int port;

    ProviderTests(@LocalServerPort int port) {
        this.port = port;
        IdentityProvider.comeBackTo(port);
    }

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", IdentityProvider::issuer);
    }

    private Visit visit(Screen screen) {
        return new Visit(browsers.visitor(screen), port);
    }

    private Organiser organiser() {
        return new Organiser(port, IdentityProvider::accessToken);
    }

    /** Changes what this tab keeps of its login: {@code stored}. */
    private static void change(Visit visit, String change) {
        visit.page.evaluate(
                "() => { const stored = %s; %s; sessionStorage.setItem('frontrow.session', JSON.stringify(stored)); }"
                        .formatted(STORED, change));
    }

    private static String accessToken(Visit visit) {
        return (String) visit.page.evaluate(STORED + ".accessToken");
    }

    @Test
    void sellsATicketToWhoeverTheProviderKnowsAndPutsNoTokenIntoAnAddress() {
        var organiser = organiser();
        var evening = organiser.smallHall("Passport");
        var visit = visit(Screen.LAPTOP);
        var addresses = new ArrayList<String>();
        visit.page.onRequest(request -> addresses.add(request.url()));
        visit.open(evening.line())
                .seen("provider-log-in")
                .logInAtProvider(visit.user)
                .inHall();
        var tokens = (List<?>) visit.page.evaluate(
                "(({ accessToken, idToken, refreshToken }) => [accessToken, idToken, refreshToken])(%s)"
                        .formatted(STORED));
        visit.chooseBest().hold().charge().pay();

        assertThat(organiser.orders(visit.user)).isOne();
        assertThat(tokens).doesNotContainNull().hasSize(3);
        assertThat(addresses)
                .anySatisfy(address -> assertThat(address).contains("code_challenge_method=S256"))
                .allSatisfy(
                        address -> tokens.forEach(token -> assertThat(address).doesNotContain((String) token)));
        assertThat(visit.page.url()).doesNotContain("code=", "state=");
    }

    @Test
    void letsAnAdminRunTheNight() {
        var visit = visit(Screen.PHONE).open("operator#/publish");
        visit.logInAtProvider("admin-" + visit.user).page.locator("#title").waitFor();

        assertThat(visit.page.url()).endsWith("/operator#/publish");
    }

    @Test
    void tellsWhoeverMayNotRunTheNight() {
        var visit = visit(Screen.PHONE).open("operator");
        visit.logInAtProvider(visit.user).page.locator(".note.warn").waitFor();

        assertThat(visit.page.locator(".note.warn")).containsText(visit.user);
        visit.seen("provider-denied");
        visit.page.waitForRequest(request -> request.url().contains("prompt=login"), visit::toProvider);
    }

    @Test
    void logsOutOfAllTabsAndAtTheProvider() {
        var first = visit(Screen.LAPTOP).open("#/tickets");
        first.logInAtProvider(first.user).page.locator(".mine .empty").waitFor();
        var second = new Visit(browsers.tab(first.page.context()), port).open("#/tickets");
        second.toProvider().page.locator(".mine .empty").waitFor();

        first.logOut();
        first.page.waitForURL(address -> address.endsWith(port + "/"));
        second.page.locator("fr-provider-login").waitFor();
        first.open("#/tickets").toProvider().page.locator("#username").waitFor();
    }

    @Test
    void refusesAnAnswerThatItHasNotAskedFor() {
        var visit = visit(Screen.LAPTOP).open("?code=forged&state=forged#/tickets");

        refuses(visit);
        visit.seen("provider-forged");
    }

    @Test
    void refusesAnAnswerOfAnotherProvider() {
        var visit = visit(Screen.LAPTOP).open("#/tickets");
        visit.toProvider().page.locator("#username").waitFor();
        var asked = visit.open("").page.evaluate("JSON.parse(sessionStorage.getItem('frontrow.login')).state");

        refuses(visit.open("?code=any&iss=https%3A%2F%2Felsewhere.example&state=" + asked));
    }

    @Test
    void refusesATokenThatWasMadeForAnotherLogin() {
        var visit = visit(Screen.LAPTOP);
        visit.page.addInitScript("""
                if (location.search.includes('code=')) {
                    const pending = JSON.parse(sessionStorage.getItem('frontrow.login'));
                    sessionStorage.setItem('frontrow.login', JSON.stringify({ ...pending, nonce: 'another' }));
                }""");

        refuses(visit.open("#/tickets").logInAtProvider(visit.user));
    }

    private static void refuses(Visit visit) {
        visit.page.locator(".note.bad").waitFor();
        assertThat(visit.page.url()).endsWith("/#/login");
        assertThat(visit.page.evaluate(STORED)).isNull();
    }

    @Test
    void comesBackToTheSameSeatsAfterTheLoginIsOver() {
        var visit = visit(Screen.PHONE).open(organiser().smallHall("Nap").line());
        visit.logInAtProvider(visit.user).inHall().chooseBest();
        var chosen = visit.chosen();

        change(visit, "delete stored.refreshToken; stored.until = Date.now() - 1");
        visit.page.reload();
        visit.page.locator(".note.bad").waitFor();
        visit.seen("provider-over").toProvider().inHall();

        visit.page.locator(".chip").first().waitFor();
        assertThat(visit.chosen()).isEqualTo(chosen).hasSize(2);
        visit.hold();
    }

    @Test
    void renewsItsTokenBeforeItEnds() {
        var visit = visit(Screen.LAPTOP).open("#/tickets");
        visit.logInAtProvider(visit.user).page.locator(".mine .empty").waitFor();
        var before = accessToken(visit);
        var renewals = new ArrayList<Request>();
        visit.page.onRequest(request -> {
            if (request.url().endsWith("/oauth2/token")) {
                renewals.add(request);
            }
        });

        change(visit, "stored.until = Date.now() + 1000");
        visit.page.reload();
        visit.page.locator(".mine .empty").waitFor();

        assertThat(accessToken(visit)).isNotEqualTo(before);
        assertThat(renewals).hasSize(1);
    }

    @Test
    void staysLoggedOutWhenTheAnswerToARenewalComesLater() {
        var first = visit(Screen.LAPTOP).open("#/tickets");
        first.logInAtProvider(first.user).page.locator(".mine .empty").waitFor();
        var second = new Visit(browsers.tab(first.page.context()), port).open("#/tickets");
        second.toProvider().page.locator(".mine .empty").waitFor();
        var answer = new AtomicReference<Runnable>();
        second.page.route(RENEWAL, route -> {
            var renewed = route.fetch();
            answer.set(() -> route.fulfill(new Route.FulfillOptions().setResponse(renewed)));
        });
        change(second, "stored.until = Date.now() + 1000");
        second.page.reload();
        second.page.waitForCondition(() -> answer.get() != null);

        first.logOut();
        second.page.locator("fr-provider-login").waitFor();
        var asked = second.page.waitForRequest(
                "**/api/v1/points", () -> answer.get().run());

        assertThat(asked.headers()).doesNotContainKey("authorization");
        assertThat(second.page.evaluate(STORED)).isNull();
    }

    @Test
    void keepsTheLoginWhileTheProviderIsBusy() {
        var visit = visit(Screen.LAPTOP).open("#/tickets");
        visit.logInAtProvider(visit.user).page.locator(".mine .empty").waitFor();
        var before = accessToken(visit);
        visit.page.route(
                RENEWAL,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(503)
                        .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))));

        change(visit, "stored.until = Date.now() + 20_000");
        visit.page.waitForResponse(RENEWAL, visit.page::reload);
        visit.page.locator(".mine .empty").waitFor();
        assertThat(accessToken(visit)).isEqualTo(before);

        change(visit, "stored.until = Date.now() - 1");
        visit.page.reload();
        assertThat(visit.page.locator(".mine .note.bad")).containsText("The place to log in can\u2019t be reached.");

        visit.page.unroute(RENEWAL);
        visit.page.reload();
        visit.page.locator(".mine .empty").waitFor();
        assertThat(accessToken(visit)).isNotEqualTo(before);
    }
}
