package dev.frontrow.app.edge;

import dev.frontrow.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** A test on the one running service that all tests of the edge share. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "frontrow.demo.enabled=true",
            "frontrow.cors.allowed-origins=https://tickets.example",
            "frontrow.rate-limit.address-per-second=200",
            "frontrow.rate-limit.address-burst=600"
        })
@AutoConfigureMockMvc
@Import({TestDatabase.class, EdgeOperations.class, Http.class})
public @interface EdgeTest {}
