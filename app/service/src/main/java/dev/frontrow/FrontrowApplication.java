package dev.frontrow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/** Frontrow: a fair line, held seats, points, on one PostgreSQL. */
@Modulithic(systemName = "Frontrow", sharedModules = "edge")
@SpringBootApplication(
        // Modules name their classes without asking one another, so beans go by their full names.
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        // Reads all classes, to verify the modules and to describe them: what the build has done.
        excludeName = "org.springframework.modulith.runtime.autoconfigure.SpringModulithRuntimeAutoConfiguration")
@ConfigurationPropertiesScan
public class FrontrowApplication {

    public static void main(String[] args) {
        SpringApplication.run(FrontrowApplication.class, args);
    }
}
