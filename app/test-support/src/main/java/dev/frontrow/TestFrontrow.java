package dev.frontrow;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.modulith.Modulithic;
import org.springframework.modulith.test.ModuleTestExecution;
import org.springframework.stereotype.Component;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * The application that a module's tests start: the module alone, on a database that holds its schema alone.
 *
 * <p>The problem advices of all modules are there: what a neighbour's API refuses with is answered as in the service.
 *
 * <p>Its settings are in {@code module-test.properties}; a module that needs others says so in an {@code application.yaml}
 * among its tests. Where the service is on the class path, the service is the application.
 */
@Modulithic(sharedModules = "edge")
@SpringBootApplication
@ConfigurationPropertiesScan
@PropertySource("classpath:module-test.properties")
@Import({TestDatabase.class, SimpleMeterRegistry.class})
@ConditionalOnMissingClass("dev.frontrow.FrontrowApplication")
class TestFrontrow {

    private static final String PROBLEM_ADVICE = "dev.frontrow.edge.ProblemAdvice";

    @Bean
    DynamicPropertyRegistrar changelogOfTheModule(ModuleTestExecution test) {
        var changelog = "classpath:db/changelog/%s/changelog.yaml"
                .formatted(test.getModule().getIdentifier());
        return properties -> properties.add("spring.liquibase.change-log", () -> changelog);
    }

    /** Later than Spring Modulith, which leaves out what belongs to neighbours. */
    @Bean
    static BeanFactoryPostProcessor advicesOfAllModules() {
        return beans -> {
            var scanner = new ClassPathBeanDefinitionScanner((BeanDefinitionRegistry) beans, false);
            scanner.addIncludeFilter((type, _) -> type.getAnnotationMetadata().hasAnnotation(Component.class.getName())
                    && List.of(type.getClassMetadata().getInterfaceNames()).contains(PROBLEM_ADVICE));
            scanner.scan("dev.frontrow");
        };
    }
}
