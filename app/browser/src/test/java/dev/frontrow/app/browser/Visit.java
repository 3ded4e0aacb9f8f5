package dev.frontrow.app.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** One visitor's way over the booking page, by what stands there in any language. */
final class Visit {

    private static final boolean PICTURES = Boolean.getBoolean("frontrow.pictures");

    final Page page;
    final String user = "visitor-" + System.nanoTime();
    private final String base;

    Visit(Page page, int port) {
        this.page = page;
        this.base = "http://127.0.0.1:" + port + "/";
    }

    /** Opens a view of the page, and logs in where that is asked for. */
    Visit open(String view) {
        page.navigate(base + view);
        page.locator("main > *").first().waitFor();
        return this;
    }

    Visit logIn() {
        page.locator("#user").fill(user);
        page.locator("#user").press("Enter");
        return this;
    }

    /** Leaves for the identity provider, which asks for a password, and comes back. */
    Visit logInAtProvider(String user) {
        toProvider();
        page.locator("#username").fill(user);
        page.locator("#password").fill(IdentityProvider.PASSWORD);
        page.locator("#password").press("Enter");
        return this;
    }

    /** Leaves for the identity provider, which knows whoever has logged in there before. */
    Visit toProvider() {
        page.locator("fr-provider-login button").click();
        return this;
    }

    Visit logOut() {
        page.locator(".masthead button").first().click();
        return this;
    }

    /** Comes into the hall as somebody who has logged in and lined up elsewhere. */
    Visit comeIn(Organiser.Evening evening, Organiser organiser) {
        return setOut(evening, organiser).inHall();
    }

    /** The same, without waiting for the hall. */
    Visit setOut(Organiser.Evening evening, Organiser organiser) {
        var admission = organiser.admit(evening, user);
        page.addInitScript("""
                localStorage.setItem('frontrow.session', JSON.stringify(
                    { userId: '%1$s', admin: false, accessToken: '%2$s', until: Date.now() + 3_600_000 }));
                localStorage.setItem('frontrow.place.%1$s.%3$s', '%4$s');
                """.formatted(user, admission.accessToken(), evening.concertId(), admission.queueToken()));
        page.navigate(base + evening.hall(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        return this;
    }

    Visit inHall() {
        page.locator("fr-hall .choice").waitFor();
        return this;
    }

    Visit chooseBest() {
        page.locator(".best button").click();
        page.locator(".chip").first().waitFor();
        return this;
    }

    /** The seats chosen, in short. */
    List<String> chosen() {
        return page.locator(".chip").allInnerTexts().stream()
                .map(text -> text.replaceAll("\\s*×", "").replace('\u00a0', ' '))
                .toList();
    }

    Visit hold() {
        page.locator(".chosen .primary").click();
        page.locator("fr-order .hold").waitFor();
        return this;
    }

    Visit charge() {
        page.locator("fr-order form .primary").click();
        page.locator(".pay").waitFor();
        return this;
    }

    Visit pay() {
        page.locator(".pay").click();
        page.locator(".ticket").first().waitFor();
        return this;
    }

    /**
     * Is as good to everybody: by all rules as it is, and in the other language with the other colour scheme by those that these may
     * break. It is no wider than a laptop's and a phone's screen, and if asked for, pictures of both are kept.
     */
    Visit seen(String state) {
        var language = language();
        var isDark = isDark();
        looked(state, Axe.ALL);
        color(!isDark).speak(language.equals("ko") ? "en" : "ko").looked(state, Axe.WORDS_AND_COLORS);
        return color(isDark).speak(language);
    }

    private String language() {
        return (String) page.evaluate("document.documentElement.lang");
    }

    private boolean isDark() {
        return (boolean) page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
    }

    private void looked(String state, Axe rules) {
        var name = "%s-%s-%s".formatted(state, isDark() ? "dark" : "light", language());
        rules.findNothingOn(page, name);
        fits(name);
    }

    /** The page takes another width without being loaded anew, and is as wide as before afterwards. */
    private void fits(String name) {
        var own = page.viewportSize();
        for (var screen : List.of(Screen.LAPTOP, Screen.PHONE)) {
            page.setViewportSize(screen.width(), screen.height());
            keepPicture(name + "-" + screen.width());
            int tooWide = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
            if (tooWide > 0) {
                throw new AssertionError(name + " is " + tooWide + " px wider than " + screen.width() + " px");
            }
        }
        page.setViewportSize(own.width, own.height);
    }

    private Visit color(boolean isDark) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(isDark ? ColorScheme.DARK : ColorScheme.LIGHT));
        return this;
    }

    private Visit speak(String language) {
        page.evaluate("""
                async language => {
                    const { speak } = await import(new URL('../shared/face.js', document.querySelector('script[src]').src));
                    await speak(language);
                    await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
                }""", language);
        return this;
    }

    /** In target/screenshots, if pictures are asked for: they take a minute of the build. */
    void keepPicture(String name) {
        if (!PICTURES) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + ".png"))
                .setFullPage(true));
    }

    Locator text(String text) {
        return page.getByText(Pattern.compile(text)).first();
    }

    void waitForText(String text) {
        text(text).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    }
}
