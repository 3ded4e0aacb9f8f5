package dev.frontrow.app.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The distribution's Chromium, one a test class; each visitor has a context of its own. A test fails if any page complains: an
 * error that nobody caught, or something that the content security policy forbids.
 */
final class Browsers implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--disable-quic");

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private Playwright playwright;
    private Browser browser;

    @Override
    public void beforeAll(ExtensionContext test) {
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_NODEJS_PATH", nodeJs())));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(ARGUMENTS));
    }

    /** Somebody at a screen like this one. */
    Page visitor(Screen screen) {
        var context = browser.newContext(screen.options());
        context.setDefaultTimeout(10_000);
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

    @Override
    public void afterAll(ExtensionContext test) {
        browser.close();
        playwright.close();
    }

    private static String nodeJs() {
        return Stream.of("/usr/bin/node", "/usr/bin/nodejs", "/usr/local/bin/node")
                .filter(program -> Files.isExecutable(Path.of(program)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Node.js is needed to drive the browser: install nodejs"));
    }
}
