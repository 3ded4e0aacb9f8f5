package dev.frontrow.queue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;

/** Starts the module alone on a real database; the same for all tests, so that it starts once. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest
@AutoConfigureMockMvc
@Import(Stage.class)
@TestPropertySource(
        properties = {
            "frontrow.queue.jobs-enabled=false",
            "frontrow.queue.max-waiting=200",
            "frontrow.queue.max-streams=3"
        })
public @interface QueueTest {}
