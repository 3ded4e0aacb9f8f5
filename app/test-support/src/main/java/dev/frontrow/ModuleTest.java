package dev.frontrow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.modulith.test.ApplicationModuleTest;

/**
 * A test of one module alone, on a real database. All tests of a module that carry this share one context.
 *
 * <p>What stands in for the module's neighbours is an ordinary component among its tests, and so is found. It is of a type of
 * its own: Spring Modulith leaves out beans that are declared as another module's type.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest
@AutoConfigureMockMvc
public @interface ModuleTest {}
