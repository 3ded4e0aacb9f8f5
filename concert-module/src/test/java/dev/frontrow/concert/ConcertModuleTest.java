package dev.frontrow.concert;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestConstructor;

/** The module alone on a real database: one context for all tests that carry this. */
@Target(TYPE)
@Retention(RUNTIME)
@ApplicationModuleTest
@AutoConfigureMockMvc
@Import({SeatsStandIn.class, StoredConcerts.class})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface ConcertModuleTest {}
