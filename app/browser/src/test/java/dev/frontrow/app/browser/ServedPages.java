package dev.frontrow.app.browser;

import dev.frontrow.FrontrowApplication;
import dev.frontrow.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * The pages as the service serves them, started once for all tests, in demo mode, with a line that moves fast; somebody to look at
 * them, and somebody who runs the evening.
 */
@SpringBootTest(
        classes = FrontrowApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "frontrow.demo.enabled=true",
            "frontrow.rate-limit.enabled=false",
            "frontrow.queue.admission-interval=100ms",
            "frontrow.queue.admissions-per-second=5000",
            "frontrow.queue.max-active=5000"
        })
@Import(TestDatabase.class)
abstract class ServedPages {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @LocalServerPort
    int port;

    Organiser organiser;

    @BeforeEach
    void comeToWork() {
        organiser = new Organiser(port);
    }

    @AfterEach
    void packUp() {
        organiser.packUp();
    }

    /** Somebody at a screen like this one. */
    Visit visit(Screen screen) {
        return new Visit(browsers.visitor(screen), port);
    }
}
