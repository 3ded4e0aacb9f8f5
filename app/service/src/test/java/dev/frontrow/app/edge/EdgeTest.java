package dev.frontrow.app.edge;

import dev.frontrow.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** A test on the running service that tests of the edge share; who needs other settings has one more. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"frontrow.demo.enabled=true", "frontrow.cors.allowed-origins=https://tickets.example"})
@AutoConfigureMockMvc
@Import({TestDatabase.class, EdgeOperations.class, Http.class})
public @interface EdgeTest {}
