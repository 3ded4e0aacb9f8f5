package dev.frontrow;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.modulith.test.ModuleTestExecution;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * The application that a module's tests start: the module alone, on a database that holds its schema alone.
 *
 * <p>Its settings are in {@code module-test.properties}; a module that needs others says so in an {@code application.yaml}
 * among its tests. Where the service is on the class path, the service is the application.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@PropertySource("classpath:module-test.properties")
@Import({TestDatabase.class, SimpleMeterRegistry.class})
@ConditionalOnMissingClass("dev.frontrow.FrontrowApplication")
class TestFrontrow {

    @Bean
    DynamicPropertyRegistrar changelogOfTheModule(ModuleTestExecution test) {
        var changelog = "classpath:db/changelog/%s/changelog.yaml"
                .formatted(test.getModule().getIdentifier());
        return properties -> properties.add("spring.liquibase.change-log", () -> changelog);
    }
}
