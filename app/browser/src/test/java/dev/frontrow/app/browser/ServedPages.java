package dev.frontrow.app.browser;

import dev.frontrow.FrontrowApplication;
import dev.frontrow.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** A test of the pages as the service serves them, started once for all tests, in demo mode, with a line that moves fast. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
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
@interface ServedPages {}
