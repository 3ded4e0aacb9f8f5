package dev.frontrow.app.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The distribution's Chromium, one a thread of the tests; each visitor has a context of its own. A test fails if any page complains: an
 * error that nobody caught, or something that the content security policy forbids.
 */
final class Browsers implements BeforeEachCallback, AfterEachCallback {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--disable-quic");

    /** In milliseconds: what takes longer will not come, on a busy machine either. */
    private static final int WAIT = 30_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(WAIT);
    }

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private Browser browser;

    /** A driver, which only the thread that started it may talk to, and its browser; closed when all tests are over. */
    private record Driven(Playwright driver, Browser browser) implements AutoCloseable {

        static Driven start() {
            var driver = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_NODEJS_PATH", nodeJs())));
            return new Driven(
                    driver,
                    driver.chromium()
                            .launch(new LaunchOptions()
                                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                                    .setArgs(ARGUMENTS)));
        }

        @Override
        public void close() {
            browser.close();
            driver.close();
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        browser = test.getRoot()
                .getStore(Namespace.create(Browsers.class))
                .computeIfAbsent(Thread.currentThread(), thread -> Driven.start(), Driven.class)
                .browser();
    }

    /** Somebody at a screen like this one. */
    Page visitor(Screen screen) {
        var context = browser.newContext(screen.options());
        context.setDefaultTimeout(WAIT);
        contexts.add(context);
        return tab(context);
    }

    /** One more tab of the same browser. */
    Page tab(BrowserContext context) {
        var page = context.newPage();
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        return page;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        var found = List.copyOf(complaints);
        complaints.clear();
        if (!found.isEmpty() && test.getExecutionException().isEmpty()) {
            throw new AssertionError("pages complained: " + String.join("\n", found));
        }
    }

    private static String nodeJs() {
        return Stream.of("/usr/bin/node", "/usr/bin/nodejs", "/usr/local/bin/node")
                .filter(program -> Files.isExecutable(Path.of(program)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Node.js is needed to drive the browser: install nodejs"));
    }
}
